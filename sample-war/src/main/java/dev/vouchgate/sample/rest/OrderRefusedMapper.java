package dev.vouchgate.sample.rest;

import dev.vouchgate.sample.order.OrderRefusedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a refused order with 400 and the reason. */
@Provider
public class OrderRefusedMapper implements ExceptionMapper<OrderRefusedException> {

  @Override
  public Response toResponse(OrderRefusedException refused) {
    return Response.status(Response.Status.BAD_REQUEST)
        .type(MediaType.TEXT_PLAIN_TYPE)
        .entity(refused.getMessage())
        .build();
  }
}
