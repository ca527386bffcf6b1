package dev.vouchgate.mp.auth;

import dev.vouchgate.filter.BearerAuthenticator;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import java.util.Optional;
import javax.security.auth.callback.CallbackHandler;
import org.jspecify.annotations.Nullable;

/** Gives the container one application's authentication module, and its own mechanism beside it. */
final class BearerAuthConfigProvider implements AuthConfigProvider {
  private final BearerAuthenticator authenticator;
  private final Optional<AuthConfigProvider> mechanism;

  /**
   * Creates the provider.
   *
   * @param authenticator the application's gate
   * @param mechanism the application's own mechanism, if it has one
   */
  BearerAuthConfigProvider(
      BearerAuthenticator authenticator, Optional<AuthConfigProvider> mechanism) {
    this.authenticator = authenticator;
    this.mechanism = mechanism;
  }

  boolean isFor(BearerAuthenticator gate) {
    return authenticator == gate;
  }

  @Override
  public @Nullable ClientAuthConfig getClientAuthConfig(
      String layer, String appContext, CallbackHandler handler) {
    return null;
  }

  @Override
  public ServerAuthConfig getServerAuthConfig(
      String layer, String appContext, CallbackHandler handler) throws AuthException {
    ServerAuthConfig own =
        mechanism.isPresent()
            ? mechanism.get().getServerAuthConfig(layer, appContext, handler)
            : null;
    return new BearerAuthConfig(
        layer, appContext, new BearerAuthModule(authenticator, handler), Optional.ofNullable(own));
  }

  @Override
  public void refresh() {
    mechanism.ifPresent(AuthConfigProvider::refresh);
  }
}
