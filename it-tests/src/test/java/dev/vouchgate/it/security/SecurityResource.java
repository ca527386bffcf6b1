package dev.vouchgate.it.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Says what REST's own SecurityContext knows. */
@Path("security")
@RequestScoped
public class SecurityResource {

  @GET
  public String caller(@Context SecurityContext context) {
    Principal principal = context.getUserPrincipal();
    String kind = principal instanceof JsonWebToken ? " by token" : "";
    String roles =
        Stream.of("user", "admin", "*", "**")
            .filter(context::isUserInRole)
            .collect(Collectors.joining("+"));
    return (principal == null ? "null" : principal.getName() + kind)
        + " "
        + roles
        + " "
        + context.getAuthenticationScheme();
  }
}
