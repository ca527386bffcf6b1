package dev.vouchgate.mp.rest;

import dev.vouchgate.mp.access.Refusal;
import jakarta.ejb.EJBAccessException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers a REST call for which an enterprise bean has refused its caller. */
public final class EjbAccessMapper implements ExceptionMapper<EJBAccessException> {

  @Context
  @SuppressWarnings("NullAway.Init") // a proxy for each call's request, set by the container
  private HttpServletRequest request;

  @Context
  @SuppressWarnings("NullAway.Init") // likewise
  private SecurityContext security;

  /** Creates the mapper; the container does. */
  public EjbAccessMapper() {}

  @Override
  public Response toResponse(EJBAccessException refused) {
    return RefusalResponse.of(Refusal.of(request, security.getUserPrincipal() != null));
  }
}
