package dev.vouchgate.it.deployment.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Says who calls, and whose word that is. */
@Path("/who")
@RequestScoped
public class NeighbourResource {

  @Inject private JsonWebToken token;

  /** The name in the token, and the class of the container's caller. */
  @GET
  @RolesAllowed("user")
  public String caller(@Context SecurityContext security) {
    return token.getName() + " by " + security.getUserPrincipal().getClass().getName();
  }
}
