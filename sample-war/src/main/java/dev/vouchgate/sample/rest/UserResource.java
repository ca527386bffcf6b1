package dev.vouchgate.sample.rest;

import dev.vouchgate.sample.order.Order;
import dev.vouchgate.sample.order.OrderBook;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.Reader;

/** The caller's own orders. */
@Path("/user")
@RequestScoped
@RolesAllowed("user")
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {

  @Inject OrderBook book;

  /** The orders the caller has placed. */
  @GET
  public JsonObject own(@Context SecurityContext security) {
    String caller = security.getUserPrincipal().getName();
    return OrderList.of(caller, book.of(caller));
  }

  /**
   * Places an order in the caller's name: {@code {"item": "tea", "quantity": 2}}.
   *
   * @return 201 with the order; 400 if it cannot be placed
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response place(Reader body, @Context SecurityContext security) {
    OrderWish wish = OrderWish.read(body);
    String caller = security.getUserPrincipal().getName();
    Order order = book.place(caller, wish.item(), wish.quantity());
    return Response.status(Response.Status.CREATED).entity(order.toJson()).build();
  }
}
