package dev.vouchgate.config;

import java.util.List;
import java.util.Optional;

/**
 * How a request is read and answered.
 *
 * @param cookie the cookie that carries the token; empty if the Authorization header does
 * @param realm the realm of challenges
 * @param policies the named path policies, in order of their names
 * @param denyUnnamedPaths whether a path that no policy names is denied
 */
public record RequestSettings(
    Optional<String> cookie, String realm, List<PathPolicy> policies, boolean denyUnnamedPaths) {

  /** Copies what it is given. */
  public RequestSettings {
    policies = List.copyOf(policies);
  }
}
