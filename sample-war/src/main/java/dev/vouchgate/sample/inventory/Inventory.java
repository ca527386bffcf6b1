package dev.vouchgate.sample.inventory;

import dev.vouchgate.mp.client.BearerFor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The inventory service as its callers see it. Each call has a token for that service and no other.
 */
@ApplicationScoped // without a scope each use would make a client of its own
@RegisterRestClient(configKey = "inventory", baseUri = "http://127.0.0.1:8081")
@BearerFor("inventory")
public interface Inventory {

  /** What is left of one item: {@code {"caller": …, "left": …}}. */
  @GET
  @Path("/stock/{item}")
  @Produces(MediaType.APPLICATION_JSON)
  JsonObject left(@PathParam("item") String item);
}
