package dev.vouchgate.mp.rest;

import dev.vouchgate.mp.access.AccessRule;
import dev.vouchgate.mp.access.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;

/** Guards one REST method. */
final class RolesAllowedFilter implements ContainerRequestFilter {
  private final AccessRule rule;
  private final HttpServletRequest request;

  /**
   * Creates the guard.
   *
   * @param rule the method's rule
   * @param request a proxy for the current request at each call; at deployment there is none, and
   *     not even its hash code can be asked for
   */
  RolesAllowedFilter(AccessRule rule, HttpServletRequest request) {
    this.rule = rule;
    this.request = request;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    SecurityContext security = context.getSecurityContext();
    boolean known = security.getUserPrincipal() != null;
    if (!known || !rule.admits(security::isUserInRole)) {
      context.abortWith(RefusalResponse.of(Refusal.of(request, rule, known)));
    }
  }
}
