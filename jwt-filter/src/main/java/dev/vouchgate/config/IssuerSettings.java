package dev.vouchgate.config;

import dev.vouchgate.verify.RoleMapping;
import dev.vouchgate.verify.VerificationPolicy;
import java.util.Map;

/**
 * One issuer: what its tokens must satisfy, what they give, and its keys.
 *
 * @param policies header and claim rules by {@code iss}; more than one if it has tenants
 * @param roles how roles are read
 * @param keys where its keys come from
 */
record IssuerSettings(
    Map<String, VerificationPolicy> policies, RoleMapping roles, KeySettings keys) {

  IssuerSettings {
    policies = Map.copyOf(policies);
  }

  /** The same without any key. */
  IssuerSettings withoutKeys() {
    return new IssuerSettings(policies, roles, keys.none());
  }
}
