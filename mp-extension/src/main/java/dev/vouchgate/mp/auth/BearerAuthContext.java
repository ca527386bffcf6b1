package dev.vouchgate.mp.auth;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.ServerAuthContext;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The module alone.
 *
 * @param module the module
 */
record BearerAuthContext(BearerAuthModule module) implements ServerAuthContext {

  @Override
  public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
      throws AuthException {
    return module.validateRequest(message, client, service);
  }

  @Override
  public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) {
    return module.secureResponse(message, service);
  }

  @Override
  public void cleanSubject(MessageInfo message, @Nullable Subject subject) {
    module.cleanSubject(message, subject);
  }
}
