package dev.vouchgate.mp.auth;

import dev.vouchgate.filter.Authentication;
import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.filter.BearerChallenge;
import dev.vouchgate.filter.ContainerDoor;
import dev.vouchgate.mp.access.OpenResource;
import dev.vouchgate.mp.server.JettyMessage;
import dev.vouchgate.mp.token.JsonWebTokenAdapter;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.security.auth.message.AuthException;
import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.MessagePolicy;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import jakarta.security.auth.message.callback.GroupPrincipalCallback;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.security.auth.message.module.ServerAuthModule;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.UnsupportedCallbackException;
import org.jspecify.annotations.Nullable;

/**
 * Tells the container who calls: the door that stands before its own constraints (Jakarta
 * Authentication 3.0 §3, Servlet Container Profile). It is its own context, of one module.
 */
final class BearerAuthModule implements ServerAuthModule, ServerAuthContext {
  private static final String MANDATORY = "jakarta.security.auth.message.MessagePolicy.isMandatory";
  private static final String AUTH_TYPE = "jakarta.servlet.http.authType";

  private final BearerAuthenticator authenticator;
  private final CallbackHandler handler;

  /**
   * Creates the module.
   *
   * @param authenticator the application's gate
   * @param handler the container's, which takes the caller's name and groups
   */
  BearerAuthModule(BearerAuthenticator authenticator, CallbackHandler handler) {
    this.authenticator = authenticator;
    this.handler = handler;
  }

  /** Whether the container lets nobody pass who is not proven. */
  static boolean isMandatory(MessageInfo message) {
    return Boolean.parseBoolean(String.valueOf(message.getMap().get(MANDATORY)));
  }

  @Override
  public Class<?>[] getSupportedMessageTypes() {
    return new Class<?>[] {HttpServletRequest.class, HttpServletResponse.class};
  }

  @Override
  public void initialize(
      @Nullable MessagePolicy requestPolicy,
      @Nullable MessagePolicy responsePolicy,
      @Nullable CallbackHandler handler,
      @Nullable Map<String, Object> options) {
    // Made by our own configuration, which has given all there is.
  }

  /**
   * Whether a request is this module's affair where the application has a mechanism of its own: if
   * it brings what this module judges, or if it must not be challenged by anybody.
   */
  boolean isResponsibleFor(MessageInfo message) {
    JettyMessage.complete(message, isMandatory(message));
    return message.getRequestMessage() instanceof HttpServletRequest request
        && (!isAnonymous(authenticator.authenticate(request))
            || (OpenResource.isMarked(request, authenticator) && isUnknown(message, request)));
  }

  @Override
  public AuthStatus validateRequest(MessageInfo message, Subject client, @Nullable Subject service)
      throws AuthException {
    JettyMessage.complete(message, isMandatory(message));
    if (!(message.getRequestMessage() instanceof HttpServletRequest request)) {
      return JettyMessage.end(message) ? AuthStatus.SEND_FAILURE : AuthStatus.FAILURE;
    }
    boolean challenging = isMandatory(message) && !OpenResource.isMarked(request, authenticator);
    ContainerDoor.markAsked(request, authenticator);
    Authentication found = authenticator.authenticate(request);
    Optional<BearerChallenge> refusal = refusal(request, found, challenging);
    if (refusal.isPresent()) {
      return refuse(message, refusal.get());
    }
    if (found.caller().isPresent() || !JettyMessage.is(message)) {
      // Jetty takes a caller without a name for a caller.
      tell(client, found.caller());
    }
    if (found.caller().isPresent()) {
      message.getMap().put(AUTH_TYPE, "MP-JWT");
    }
    return AuthStatus.SUCCESS;
  }

  @Override
  public AuthStatus secureResponse(MessageInfo message, @Nullable Subject service) {
    return AuthStatus.SEND_SUCCESS;
  }

  @Override
  public void cleanSubject(MessageInfo message, @Nullable Subject subject) {
    if (subject != null && !subject.isReadOnly()) {
      subject.getPrincipals().clear();
    }
  }

  /** Answers, unless it is only a question, which cannot be: then the servlet filter does. */
  private static AuthStatus refuse(MessageInfo message, BearerChallenge refusal) {
    if (message.getResponseMessage() instanceof HttpServletResponse response) {
      refusal.answer(response);
    }
    return JettyMessage.end(message) ? AuthStatus.SEND_FAILURE : AuthStatus.FAILURE;
  }

  private Optional<BearerChallenge> refusal(
      HttpServletRequest request, Authentication found, boolean challenging) {
    if (!found.mayProceed() || (challenging && isAnonymous(found))) {
      return Optional.of(found.challenge(authenticator.realm(), Set.of()));
    }
    // Policies are about paths: where the container has not mapped the request yet, the servlet
    // filter asks them.
    return isMapped(request) ? authenticator.refusal(request, found) : Optional.empty();
  }

  private static boolean isAnonymous(Authentication found) {
    return found.mayProceed() && found.caller().isEmpty();
  }

  /** Jetty asks the module about nobody else, and would for an answer to this ask it again. */
  private static boolean isUnknown(MessageInfo message, HttpServletRequest request) {
    return JettyMessage.is(message) || request.getUserPrincipal() == null;
  }

  private static boolean isMapped(HttpServletRequest request) {
    String path = request.getServletPath();
    return (path != null && !path.isEmpty()) || request.getPathInfo() != null;
  }

  private void tell(Subject client, Optional<VerifiedJwt> caller) throws AuthException {
    Principal principal = caller.map(JsonWebTokenAdapter::new).orElse(null);
    CallerPrincipalCallback name = new CallerPrincipalCallback(client, principal);
    String[] roles = caller.map(jwt -> jwt.roles().toArray(String[]::new)).orElse(null);
    try {
      handler.handle(
          roles == null
              ? new Callback[] {name}
              : new Callback[] {name, new GroupPrincipalCallback(client, roles)});
    } catch (IOException | UnsupportedCallbackException e) {
      throw new AuthException("The container did not take the caller: " + e, e);
    }
  }
}
