package dev.vouchgate.mp.auth;

import dev.vouchgate.mp.testing.FakeRequest;
import dev.vouchgate.mp.testing.FakeResponse;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;

/** A container that asks an authentication module about one request. */
final class ContainerCall implements MessageInfo {
  final FakeResponse response = new FakeResponse();
  final Subject subject = new Subject();

  /** Whether the module has told the container who calls, maybe nobody. */
  boolean told;

  /** Whom the module has named. */
  Principal caller;

  /** The groups that the module has named; null if it has named none. */
  Set<String> groups;

  private final ServerAuthConfig config;
  private final Map<String, Object> map = new HashMap<>();
  private Object request;
  private Object responseMessage = response.response;

  private ContainerCall(AuthConfigProvider provider, FakeRequest request) throws AuthException {
    this.request = request.request;
    this.config = provider.getServerAuthConfig("HttpServlet", "server /shop", this::handle);
  }

  static ContainerCall of(AuthConfigProvider provider, FakeRequest request) throws AuthException {
    return new ContainerCall(provider, request);
  }

  /** Says that the request needs a proven caller. */
  ContainerCall mandatory() {
    map.put("jakarta.security.auth.message.MessagePolicy.isMandatory", "true");
    return this;
  }

  AuthStatus validate() throws AuthException {
    return context().validateRequest(this, subject, null);
  }

  ServerAuthContext context() throws AuthException {
    return config.getAuthContext(config.getAuthContextID(this), null, Map.of());
  }

  private void handle(Callback... callbacks) {
    for (Callback callback : callbacks) {
      if (callback instanceof CallerPrincipalCallback name) {
        told = true;
        caller = name.getPrincipal();
      } else if (callback instanceof GroupPrincipalCallback named) {
        groups = Set.copyOf(List.of(named.getGroups()));
      } else {
        throw new IllegalArgumentException("unexpected " + callback);
      }
    }
  }

  @Override
  public Object getRequestMessage() {
    return request;
  }

  @Override
  public Object getResponseMessage() {
    return responseMessage;
  }

  @Override
  public void setRequestMessage(Object message) {
    request = message;
  }

  @Override
  public void setResponseMessage(Object message) {
    responseMessage = message;
  }

  @Override
  public Map<String, Object> getMap() {
    return map;
  }
}
