package dev.vouchgate.it.bench.load.app;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.config.ServerAuthContext;
import java.io.IOException;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.jspecify.annotations.Nullable;

/**
 * The least that an authentication module can do: it does not even look at the request, and tells
 * the container always the same caller with the same four groups.
 *
 * @param handler the container's
 */
record FixedCaller(CallbackHandler handler) implements ServerAuthContext {
  private static final String[] GROUPS = {
    "offline_access", "uma_authorization", "default-roles-shop", "user"
  };

  @Override
  public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
      throws AuthException {
    try {
      handler.handle(
          new Callback[] {
            new CallerPrincipalCallback(client, FixedCallerListener.CALLER),
            new GroupPrincipalCallback(client, GROUPS)
          });
      return AuthStatus.SUCCESS;
    } catch (IOException | UnsupportedCallbackException e) {
      throw new AuthException("The container did not take the caller: " + e, e);
    }
  }

  @Override
  public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) {
    return AuthStatus.SEND_SUCCESS;
  }

  @Override
  public void cleanSubject(MessageInfo message, @Nullable Subject subject) {}
}
