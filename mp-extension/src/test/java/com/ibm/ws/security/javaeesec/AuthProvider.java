package com.ibm.ws.security.javaeesec;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;

/** What Open Liberty registers for an application's mechanism. */
public final class AuthProvider implements AuthConfigProvider {
  public final AuthConfigFactory factory;

  public AuthProvider(Map<String, String> properties, AuthConfigFactory factory) {
    this.factory = factory;
  }

  @Override
  public ClientAuthConfig getClientAuthConfig(
      String layer, String appContext, CallbackHandler handler) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ServerAuthConfig getServerAuthConfig(
      String layer, String appContext, CallbackHandler handler) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void refresh() {}
}
