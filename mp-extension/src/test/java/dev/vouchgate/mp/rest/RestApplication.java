package dev.vouchgate.mp.rest;

import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.mp.testing.FakeContext;
import dev.vouchgate.mp.testing.FakeRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.security.Principal;
import java.util.Optional;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.process.internal.RequestScoped;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** A REST application in a servlet container that knows whomever the gate has proven. */
final class RestApplication {
  final FakeContext context = new FakeContext();

  private final ApplicationHandler handler;
  private HttpServletRequest current;

  RestApplication(Class<?>... resources) {
    this.handler =
        new ApplicationHandler(
            new ResourceConfig(resources)
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .register(
                    new AbstractBinder() {
                      @Override
                      protected void configure() {
                        bindFactory(() -> current)
                            .to(HttpServletRequest.class)
                            .proxy(true)
                            .proxyForSameScope(false)
                            .in(RequestScoped.class);
                      }
                    }));
  }

  /** Without credentials. */
  ContainerResponse get(String path) throws Exception {
    return get(path, FakeRequest.anonymous(context));
  }

  /** With a token. */
  ContainerResponse get(String path, String token) throws Exception {
    return get(path, FakeRequest.bearing(context, token));
  }

  ContainerResponse get(String path, FakeRequest request) throws Exception {
    BearerAuthenticator.of(context.context)
        .authenticate(request.request)
        .caller()
        .ifPresent(
            jwt -> {
              request.principal = jwt::callerName;
              request.containerRoles = jwt.roles();
            });
    current = request.request;
    URI base = URI.create("http://127.0.0.1/");
    ContainerRequest call =
        new ContainerRequest(
            base, base.resolve(path), "GET", caller(request), new MapPropertiesDelegate(), null);
    return handler.apply(call).get();
  }

  static Optional<String> challenge(ContainerResponse response) {
    return Optional.ofNullable(response.getHeaderString("WWW-Authenticate"));
  }

  private static SecurityContext caller(FakeRequest request) {
    return new SecurityContext() {
      @Override
      public Principal getUserPrincipal() {
        return request.principal;
      }

      @Override
      public boolean isUserInRole(String role) {
        return request.containerRoles.contains(role);
      }

      @Override
      public boolean isSecure() {
        return false;
      }

      @Override
      public String getAuthenticationScheme() {
        return null;
      }
    };
  }
}
