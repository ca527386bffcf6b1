package dev.vouchgate.sample.rest;

import dev.vouchgate.sample.order.OrderBook;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Shut as a whole; a method must be opened by name. */
@Path("/maintenance")
@RequestScoped
@DenyAll
@Produces(MediaType.APPLICATION_JSON)
public class MaintenanceResource {

  @Inject OrderBook book;

  /** How many orders the book holds: open to everybody. */
  @GET
  @PermitAll
  public JsonObject status() {
    return Json.createObjectBuilder().add("orders", book.all().size()).build();
  }

  /**
   * Would empty the book. It has no annotation, so the class's {@code @DenyAll} keeps everybody
   * out.
   */
  @DELETE
  @Path("/orders")
  public JsonObject empty() {
    throw new IllegalStateException("reached although the class is @DenyAll");
  }
}
