package dev.vouchgate.config;

import dev.vouchgate.issue.SigningKeyRing;
import dev.vouchgate.keys.KeyLocator;
import dev.vouchgate.observe.KeySetState;
import dev.vouchgate.verify.TrustedIssuer;
import dev.vouchgate.verify.TrustedIssuers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Whom a gate trusts now, and the keys of each. */
final class TrustedKeys implements AutoCloseable {
  private final TrustedIssuers issuers = new TrustedIssuers();
  private final Map<String, KeySource> sources = new ConcurrentHashMap<>();
  private final KeyUpkeep upkeep;

  TrustedKeys(KeyUpkeep upkeep) {
    this.upkeep = upkeep;
  }

  /** The issuers, as they are at any time. */
  TrustedIssuers issuers() {
    return issuers;
  }

  /** Trusts an issuer; one of a name that is trusted already gives way. */
  void trust(IssuerSettings issuer) {
    KeySource source = upkeep.open(issuer.keys());
    issuer
        .policies()
        .forEach(
            (name, policy) ->
                trust(name, new TrustedIssuer(policy, source.locator(), issuer.roles()), source));
  }

  /** Keeps our own ring up, and trusts what it signs if that is wanted. */
  void trust(IssueSettings own, SigningKeyRing ring) {
    KeySource source = upkeep.keep(ring);
    own.trust()
        .ifPresent(
            terms ->
                trust(
                    own.policy().issuer(),
                    new TrustedIssuer(terms.policy(), source.locator(), terms.roles()),
                    source));
  }

  /** Trusts it no more. */
  void distrust(String issuer) {
    issuers.remove(issuer);
    closeUnlessUsed(sources.remove(issuer));
  }

  /** Sets the keys of somebody to work who issues no tokens. */
  KeyLocator open(String name, KeySettings settings) {
    KeySource source = upkeep.open(settings);
    sources.put(name, source);
    return source.locator();
  }

  /** How they are now. */
  List<KeySetState> states() {
    return sources.values().stream().distinct().map(KeySource::state).toList();
  }

  @Override
  public void close() {
    sources.values().forEach(KeySource::close);
  }

  private void trust(String name, TrustedIssuer issuer, KeySource source) {
    issuers.add(name, issuer);
    closeUnlessUsed(sources.put(name, source));
  }

  /** Tenants of one issuer share its keys. */
  private void closeUnlessUsed(@Nullable KeySource source) {
    if (source != null && !sources.containsValue(source)) {
      source.close();
    }
  }
}
