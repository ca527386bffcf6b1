package dev.vouchgate.mp.auth;

import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import java.io.IOException;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;

/** An application's own mechanism, which takes everybody for bob. */
final class BasicMechanism implements AuthConfigProvider {

  @Override
  public ServerAuthConfig getServerAuthConfig(
      String layer, String appContext, CallbackHandler handler) {
    return new ServerAuthConfig() {
      @Override
      public ServerAuthContext getAuthContext(
          String id, Subject service, Map<String, Object> properties) {
        return id.equals("own") ? new Context(handler) : null;
      }

      @Override
      public String getAuthContextID(MessageInfo message) {
        return "own";
      }

      @Override
      public String getMessageLayer() {
        return layer;
      }

      @Override
      public String getAppContext() {
        return appContext;
      }

      @Override
      public void refresh() {}

      @Override
      public boolean isProtected() {
        return false;
      }
    };
  }

  @Override
  public ClientAuthConfig getClientAuthConfig(String layer, String app, CallbackHandler handler) {
    return null;
  }

  @Override
  public void refresh() {}

  private record Context(CallbackHandler handler) implements ServerAuthContext {
    @Override
    public AuthStatus validateRequest(MessageInfo message, Subject client, Subject service)
        throws AuthException {
      try {
        handler.handle(new Callback[] {new CallerPrincipalCallback(client, () -> "bob")});
        return AuthStatus.SUCCESS;
      } catch (IOException | UnsupportedCallbackException e) {
        throw new AuthException(e);
      }
    }

    @Override
    public AuthStatus secureResponse(MessageInfo message, Subject service) {
      return AuthStatus.SEND_CONTINUE;
    }

    @Override
    public void cleanSubject(MessageInfo message, Subject subject) {
      subject.getPrincipals().add(() -> "cleaned by the mechanism");
    }
  }
}
