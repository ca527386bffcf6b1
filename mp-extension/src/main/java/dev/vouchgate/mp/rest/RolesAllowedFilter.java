package dev.vouchgate.mp.rest;

import dev.vouchgate.mp.auth.AccessRule;
import dev.vouchgate.mp.auth.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;

/**
 * Guards one REST method.
 *
 * @param rule the method's rule
 * @param request the current request at each call
 */
record RolesAllowedFilter(AccessRule rule, HttpServletRequest request)
    implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext context) {
    SecurityContext security = context.getSecurityContext();
    boolean known = security.getUserPrincipal() != null;
    if (!known || !rule.admits(security::isUserInRole)) {
      context.abortWith(RefusalResponse.of(Refusal.of(request, rule, known)));
    }
  }
}
