package dev.vouchgate.sample.inventory;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What a customer can still have, as another service knows it. */
@Path("/availability")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class AvailabilityResource {
  private static final Logger LOG = System.getLogger("dev.vouchgate.sample");

  /** Looked for when it is needed: the sample also runs where there are no such clients. */
  @Inject @RestClient Instance<Inventory> inventory;

  /**
   * Asks the inventory.
   *
   * @return who asks us, whom the inventory took us for, and what is left; 502 if the inventory
   *     refuses, 503 if it cannot be called
   */
  @GET
  @Path("/{item}")
  public JsonObject left(@PathParam("item") String item, @Context SecurityContext security) {
    try {
      JsonObject known = inventory.get().left(item);
      return Json.createObjectBuilder()
          .add("caller", security.getUserPrincipal().getName())
          .add("asked as", known.getString("caller"))
          .add("left", known.getInt("left"))
          .build();
    } catch (WebApplicationException e) {
      throw new ServerErrorException(Response.Status.BAD_GATEWAY, e);
    } catch (ProcessingException e) {
      LOG.log(Level.WARNING, "The inventory cannot be called", e);
      throw new ServiceUnavailableException((Long) null, e);
    }
  }
}
