package dev.vouchgate.mp.auth;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/**
 * One application's configuration of message authentication: one module for every message.
 *
 * @param getMessageLayer the layer
 * @param getAppContext the application's context identifier
 * @param module the module
 * @param mechanism the application's own mechanism, if it has one
 */
record BearerAuthConfig(
    String getMessageLayer,
    String getAppContext,
    BearerAuthModule module,
    Optional<ServerAuthConfig> mechanism)
    implements ServerAuthConfig {

  @Override
  public String getAuthContextID(MessageInfo message) {
    return Boolean.toString(BearerAuthModule.isMandatory(message));
  }

  @Override
  public ServerAuthContext getAuthContext(
      String id, @Nullable Subject service, @Nullable Map<String, Object> properties)
      throws AuthException {
    return mechanism.isPresent()
        ? new DelegatingAuthContext(module, mechanism.get(), service, properties)
        : module;
  }

  @Override
  public void refresh() {
    mechanism.ifPresent(ServerAuthConfig::refresh);
  }

  @Override
  public boolean isProtected() {
    return false;
  }
}
