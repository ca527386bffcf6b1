package dev.vouchgate.mp.rest;

import dev.vouchgate.mp.access.OpenResource;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Stands before REST methods that are for everybody. */
final class OpenMethodFilter implements ContainerRequestFilter {
  private final HttpServletRequest request;

  /**
   * Creates the filter.
   *
   * @param request a proxy for the current request at each call
   */
  OpenMethodFilter(HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    OpenResource.mark(request);
  }
}
