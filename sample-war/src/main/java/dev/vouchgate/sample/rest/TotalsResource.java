package dev.vouchgate.sample.rest;

import dev.vouchgate.sample.order.OrderTotals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The totals as JSON. It has no guard of its own: the bean it asks decides. */
@Path("/totals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TotalsResource {

  @Inject OrderTotals totals;

  /** Quantity by item. */
  @GET
  public JsonObject byItem() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    totals.byItem().forEach(json::add);
    return json.build();
  }
}
