package dev.vouchgate.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a request is read and answered.
 *
 * @param cookie the cookie that carries the token; empty if the Authorization header does
 * @param origins the origins, besides a request's own, whose pages may change something in the name
 *     of a caller whom a cookie names; empty if nobody asks whose page it was
 * @param realm the realm of challenges
 * @param policies the named path policies, in order of their names
 * @param denyUnnamedPaths whether a path that no policy names is denied
 */
public record RequestSettings(
    Optional<String> cookie,
    Optional<Set<String>> origins,
    String realm,
    List<PathPolicy> policies,
    boolean denyUnnamedPaths) {

  /** Copies what it is given. */
  public RequestSettings {
    origins = origins.map(Set::copyOf);
    policies = List.copyOf(policies);
  }
}
