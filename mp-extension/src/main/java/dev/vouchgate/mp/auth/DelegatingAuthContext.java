package dev.vouchgate.mp.auth;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import java.util.Map;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The module for requests with a bearer token; the application's own mechanism for the others.
 *
 * @param module the module
 * @param mechanism the application's own mechanism
 * @param service what the container gave for the mechanism
 * @param properties what the container gave for the mechanism
 */
record DelegatingAuthContext(
    BearerAuthModule module,
    ServerAuthConfig mechanism,
    @Nullable Subject service,
    @Nullable Map<String, Object> properties)
    implements ServerAuthContext {

  @Override
  public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
      throws AuthException {
    return responsibleFor(message).validateRequest(message, client, service);
  }

  @Override
  public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service)
      throws AuthException {
    return responsibleFor(message).secureResponse(message, service);
  }

  @Override
  public void cleanSubject(MessageInfo message, @Nullable Subject subject) throws AuthException {
    responsibleFor(message).cleanSubject(message, subject);
  }

  private ServerAuthContext responsibleFor(MessageInfo message) throws AuthException {
    if (module.isResponsibleFor(message)) {
      return module;
    }
    // Its own identifier: what it wants for this message is its affair.
    ServerAuthContext own =
        mechanism.getAuthContext(mechanism.getAuthContextID(message), service, properties);
    return own == null ? module : own;
  }
}
