package dev.vouchgate.it.threats;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The same by REST, whose implementation may read the address on its own. */
@Path("/")
public class PlaceResource {

  @GET
  @Path("guarded/{rest: .*}")
  public Response guarded(@PathParam("rest") String rest) {
    return served("/rest/guarded/*");
  }

  @POST
  @Path("guarded/{rest: .*}")
  public Response change(@PathParam("rest") String rest) {
    return served("/rest/guarded/*");
  }

  @DELETE
  @Path("guarded/{rest: .*}")
  public Response remove(@PathParam("rest") String rest) {
    return served("/rest/guarded/*");
  }

  @GET
  @Path("exact")
  public Response exact() {
    return served("/rest/exact");
  }

  @GET
  @Path("exact/{below}/{and}")
  public Response below(@PathParam("below") String below, @PathParam("and") String and) {
    return served("/rest/open/*");
  }

  @GET
  @Path("open/{rest: .*}")
  public Response open(@PathParam("rest") String rest) {
    return served("/rest/open/*");
  }

  private static Response served(String place) {
    return Response.ok("served " + place).header("X-Served", place).build();
  }
}
