package dev.vouchgate.sample.rest;

import dev.vouchgate.sample.order.OrderBook;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

/** Everybody's orders. */
@Path("/admin")
@RequestScoped
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
public class AdminResource {

  @Inject OrderBook book;

  /** Every order of every customer. */
  @GET
  public JsonObject all(@Context SecurityContext security) {
    return OrderList.of(security.getUserPrincipal().getName(), book.all());
  }
}
