package dev.vouchgate.filter;

import dev.vouchgate.config.PathPolicy;
import dev.vouchgate.config.RequestSettings;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which callers may use which paths, as configured: every policy that matches must pass.
 *
 * <p>Decides on the path that the container has mapped, at each dispatch anew.
 */
final class PathPolicies {
  private final List<PathPolicy> policies;
  private final boolean denyUnnamed;

  PathPolicies(RequestSettings settings) {
    this.policies = settings.policies();
    this.denyUnnamed = settings.denyUnnamedPaths();
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
    if (policies.isEmpty() && !denyUnnamed) {
      return Optional.empty();
    }
    if (MappedPath.wasSentWithDots(request)) {
      return Optional.of(Set.of());
    }
    return Stream.concat(
            Stream.of(MappedPath.of(request)), MappedPath.beforeParameters(request).stream())
        .map(path -> missing(path, request.getMethod(), caller))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Set<String>> missing(
      MappedPath path, String method, Optional<VerifiedJwt> caller) {
    if (path.hasDotSegments()) {
      return Optional.of(Set.of());
    }
    List<PathPolicy> named =
        policies.stream()
            .filter(policy -> policy.paths().stream().anyMatch(path::matches))
            .toList();
    if (named.isEmpty()) {
      return denyUnnamed ? Optional.of(Set.of()) : Optional.empty();
    }
    List<PathPolicy> applying = named.stream().filter(policy -> isFor(policy, method)).toList();
    if (applying.isEmpty()) {
      // Named for other methods only: whoever protects POST did not mean to open DELETE.
      return Optional.of(Set.of());
    }
    return applying.stream()
        .filter(policy -> !passes(policy, caller))
        .findFirst()
        .map(policy -> new TreeSet<>(policy.roles()));
  }

  private static boolean isFor(PathPolicy policy, String method) {
    return policy.methods().isEmpty() || policy.methods().contains(method);
  }

  private static boolean passes(PathPolicy policy, Optional<VerifiedJwt> caller) {
    return caller.isPresent()
        && (policy.roles().contains(PathPolicy.ANY_CALLER)
            || policy.roles().stream().anyMatch(caller.get().roles()::contains));
  }
}
