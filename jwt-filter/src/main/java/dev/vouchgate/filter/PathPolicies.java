package dev.vouchgate.filter;

import dev.vouchgate.config.PathPolicy;
import dev.vouchgate.config.RequestSettings;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which callers may use which paths, as configured: every policy that matches must pass.
 *
 * <p>Decides on the path that the container has mapped, at each dispatch anew. An address that it
 * has mapped to the place of another is nobody's, policy or not.
 */
final class PathPolicies {
  private final List<PathPolicy> policies;
  private final boolean denyUnnamed;
  private final boolean mayMisplace;

  /**
   * Creates them.
   *
   * @param settings the policies
   * @param mayMisplace whether the container may be made to find another's place for an address
   */
  PathPolicies(RequestSettings settings, boolean mayMisplace) {
    this.policies = settings.policies();
    this.denyUnnamed = settings.denyUnnamedPaths();
    this.mayMisplace = mayMisplace;
  }

  /**
   * What the caller lacks.
   *
   * @param request the request, whose mapping is known
   * @param caller who calls, if proven
   * @return empty if the request may pass; otherwise the roles of which one is needed, none if no
   *     role would do
   */
  Optional<Set<String>> missing(HttpServletRequest request, Optional<VerifiedJwt> caller) {
    // Without a policy too: the container's own constraints are not asked for such a place.
    if (mayMisplace && MappedPath.isElsewhere(request)) {
      return Optional.of(Set.of());
    }
    if (policies.isEmpty() && !denyUnnamed) {
      return Optional.empty();
    }
    if (MappedPath.wasSentWithDots(request)) {
      return Optional.of(Set.of());
    }
    String method = request.getMethod();
    return missing(MappedPath.of(request), method, caller)
        .or(
            () ->
                MappedPath.beforeParameters(request)
                    .flatMap(path -> missing(path, method, caller)));
  }

  /** Asked at every request: in loops, which leave nothing behind. */
  private Optional<Set<String>> missing(
      MappedPath path, String method, Optional<VerifiedJwt> caller) {
    if (path.hasDotSegments()) {
      return Optional.of(Set.of());
    }
    boolean named = false;
    boolean applying = false;
    for (PathPolicy policy : policies) {
      if (isAbout(policy, path)) {
        named = true;
        if (isFor(policy, method)) {
          applying = true;
          if (!passes(policy, caller)) {
            return Optional.of(new TreeSet<>(policy.roles()));
          }
        }
      }
    }
    // Named for other methods only: whoever protects POST did not mean to open DELETE.
    boolean shut = named ? !applying : denyUnnamed;
    return shut ? Optional.of(Set.of()) : Optional.empty();
  }

  private static boolean isAbout(PathPolicy policy, MappedPath path) {
    for (String pattern : policy.paths()) {
      if (path.matches(pattern)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFor(PathPolicy policy, String method) {
    return policy.methods().isEmpty() || policy.methods().contains(method);
  }

  private static boolean passes(PathPolicy policy, Optional<VerifiedJwt> caller) {
    return caller.isPresent()
        && (policy.roles().contains(PathPolicy.ANY_CALLER)
            || !Collections.disjoint(policy.roles(), caller.get().roles()));
  }
}
