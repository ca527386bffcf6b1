package dev.vouchgate.it.tck;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Says from within the server which classes are at work. */
@Path("witness")
@RequestScoped
@RolesAllowed("Tester")
public class WitnessResource {

  @Inject private BeanManager beans;

  @GET
  @Path("rival/{mechanism}")
  public String rival(@PathParam("mechanism") String mechanism) throws ClassNotFoundException {
    return Class.forName(mechanism).getName();
  }

  @GET
  @Path("caller")
  public String caller(@Context SecurityContext security) {
    return security.getUserPrincipal().getClass().getName();
  }

  @GET
  @Path("token-bean")
  public String tokenBean() {
    Bean<?> resolved = beans.resolve(beans.getBeans(JsonWebToken.class));
    return resolved.getClass().getName() + " " + resolved.getBeanClass().getName();
  }

  @GET
  @Path("mechanisms")
  public String mechanisms() {
    return beans.getBeans(HttpAuthenticationMechanism.class).stream()
        .map(bean -> bean.getBeanClass().getName())
        .collect(Collectors.joining(" "));
  }
}
