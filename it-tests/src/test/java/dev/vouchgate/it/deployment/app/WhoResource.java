package dev.vouchgate.it.deployment.app;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.TreeSet;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Says who calls, to whom it may. */
@Path("/who")
@Produces(MediaType.TEXT_PLAIN)
public class WhoResource {

  @Inject private JsonWebToken token;
  @Inject private StaffBean staff;

  /** For everybody: the caller's name, or nobody. */
  @GET
  @PermitAll
  public String anybody(@Context SecurityContext security) {
    Principal caller = security.getUserPrincipal();
    return caller == null ? "nobody" : caller.getName();
  }

  /** For users: the caller's name, as the container knows it. */
  @GET
  @Path("/user")
  @RolesAllowed("user")
  public String user(@Context SecurityContext security) {
    return security.getUserPrincipal().getName();
  }

  /** For staff: the caller's name, as the container knows it. */
  @GET
  @Path("/staff")
  @RolesAllowed("staff")
  public String staff(@Context SecurityContext security) {
    return security.getUserPrincipal().getName();
  }

  /** For whomever a CDI bean takes for staff. */
  @GET
  @Path("/bean")
  @PermitAll
  public String bean() {
    return staff.greeting();
  }

  /** For users with a token: its issuer and its groups, sorted. */
  @GET
  @Path("/token")
  @RolesAllowed("user")
  public String token() {
    return token.getIssuer() + " " + new TreeSet<>(token.getGroups());
  }
}
