package dev.vouchgate.sample.rest;

import dev.vouchgate.sample.order.OrderBook;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What anybody may see: the items on offer. */
@Path("/public")
@RequestScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class PublicResource {

  /** The items on offer. */
  @GET
  public JsonObject items() {
    return Json.createObjectBuilder()
        .add("items", Json.createArrayBuilder(OrderBook.ITEMS))
        .build();
  }
}
