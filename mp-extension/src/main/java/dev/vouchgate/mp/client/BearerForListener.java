package dev.vouchgate.mp.client;

import dev.vouchgate.mp.server.RestEasy;
import jakarta.ws.rs.Priorities;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/** Finds {@link BearerFor} on clients that are being made; found as a service itself. */
public final class BearerForListener implements RestClientListener {

  /** Creates the listener; MicroProfile REST Client does, where there is one. */
  public BearerForListener() {}

  @Override
  public void onNewClient(Class<?> serviceInterface, RestClientBuilder builder) {
    BearerFor bearer = serviceInterface.getAnnotation(BearerFor.class);
    if (bearer != null) {
      builder.register(BearerTokens.forService(bearer.value()), Priorities.AUTHENTICATION);
    }
    RestEasy.forgetListeners(builder);
  }
}
