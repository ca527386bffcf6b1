package dev.vouchgate.sample.warehouse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The stock as JSON. It has no guard of its own: the session bean it asks decides. */
@Path("/stock")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StockResource {

  @Inject Warehouse warehouse;

  /** What is left of one item, for a user. */
  @GET
  @Path("/{item}")
  public JsonObject left(@PathParam("item") String item) {
    int left = warehouse.left(item);
    return Json.createObjectBuilder().add("caller", warehouse.caller()).add("left", left).build();
  }

  /** What is left of every item, for an admin. */
  @GET
  public JsonObject inventory() {
    JsonObjectBuilder left = Json.createObjectBuilder();
    warehouse.inventory().forEach(left::add);
    return Json.createObjectBuilder().add("caller", warehouse.caller()).add("left", left).build();
  }
}
