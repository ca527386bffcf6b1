package dev.vouchgate.mp.rest;

import dev.vouchgate.filter.AccessRefusedException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers a REST call for which a CDI bean has refused its caller. */
public final class AccessRefusedMapper implements ExceptionMapper<AccessRefusedException> {

  /** Creates the mapper; the container does. */
  public AccessRefusedMapper() {}

  @Override
  public Response toResponse(AccessRefusedException refused) {
    return RefusalResponse.of(refused.challenge());
  }
}
