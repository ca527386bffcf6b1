package dev.vouchgate.mp.rest;

import dev.vouchgate.mp.access.AccessRule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Puts a guard before every REST method that {@code @RolesAllowed} or {@code @DenyAll} is for;
 * found as a service (Jakarta REST 3.1 §4.4.7).
 */
public final class RolesAllowedFeature implements DynamicFeature {
  /** After all authentication; before a container's own filter, whose refusals do not say why. */
  private static final int BEFORE_AUTHORIZATION = Priorities.AUTHORIZATION - 100;

  @Context
  @SuppressWarnings("NullAway.Init") // a proxy for each call's request, set by the container
  private HttpServletRequest request;

  /** Creates the feature; the container does. */
  public RolesAllowedFeature() {}

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    ContainerRequestFilter filter =
        AccessRule.ofResource(resource.getResourceMethod(), resource.getResourceClass())
            .filter(rule -> !rule.isOpen())
            .<ContainerRequestFilter>map(rule -> new RolesAllowedFilter(rule, request))
            .orElseGet(() -> new OpenMethodFilter(request));
    context.register(filter, BEFORE_AUTHORIZATION);
  }
}
