package dev.vouchgate.mp.caller;

import dev.vouchgate.filter.AccessRefusedException;
import dev.vouchgate.filter.Authentication;
import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.filter.BearerChallenge;
import dev.vouchgate.filter.ContainerDoor;
import dev.vouchgate.filter.ContainerRoles;
import dev.vouchgate.mp.access.AccessRule;
import dev.vouchgate.mp.access.Refusal;
import dev.vouchgate.mp.token.EmptyJsonWebToken;
import dev.vouchgate.mp.token.JsonWebTokenAdapter;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The caller that this thread is working for: found anew at every call, never kept. */
public final class CurrentCaller {
  private final CurrentRequest request;
  private final List<ContainerCaller> container;

  public CurrentCaller(BeanManager beans) {
    this.request = new CurrentRequest(beans);
    this.container = ContainerCaller.all(beans);
  }

  /** The request that this thread is working for. */
  public CurrentRequest request() {
    return request;
  }

  /** To be called at each of the application's requests, on the thread that serves it. */
  public void requested() {
    container.forEach(ContainerCaller::requested);
  }

  /** The caller's token; the empty one if there is none. */
  public JsonWebToken token() {
    Optional<JsonWebToken> token =
        request.get().isPresent()
            ? requestToken()
            : container.stream().flatMap(way -> way.token().stream()).findFirst();
    return token.orElse(EmptyJsonWebToken.INSTANCE);
  }

  /** The proof of the caller's token; empty if there is none. */
  public Optional<VerifiedJwt> proof() {
    return token() instanceof JsonWebTokenAdapter proven
        ? Optional.of(proven.jwt())
        : Optional.empty();
  }

  /** The token that came with the servlet request; empty without one, and outside of a request. */
  public Optional<JsonWebToken> requestToken() {
    return request.get().flatMap(CurrentCaller::proof).map(JsonWebTokenAdapter::new);
  }

  /** The caller's name, with or without a token; empty if nobody is known. */
  public Optional<String> name() {
    return Optional.ofNullable(token().getName())
        .or(() -> request.get().map(HttpServletRequest::getUserPrincipal).map(Principal::getName));
  }

  /**
   * Refuses a caller who may not call a method.
   *
   * @throws AccessRefusedException if so
   */
  public void check(AccessRule rule) {
    Optional<HttpServletRequest> current = request.get();
    if (current.isPresent()) {
      check(rule, current.get());
    } else if (container.stream().noneMatch(way -> way.isKnown() && rule.admits(way::isInRole))) {
      throw outside(rule);
    }
  }

  private static void check(AccessRule rule, HttpServletRequest request) {
    Optional<VerifiedJwt> proof = proof(request);
    boolean known = proof.isPresent() || request.getUserPrincipal() != null;
    if (!known || !rule.admits(role -> isInRole(request, proof, role))) {
      throw new AccessRefusedException(Refusal.of(request, rule, known));
    }
  }

  /** Also an answer, as REST may wait for what another thread does. */
  private static AccessRefusedException outside(AccessRule rule) {
    BearerChallenge forbidden =
        new BearerChallenge(HttpServletResponse.SC_FORBIDDEN, Optional.empty(), Optional.empty());
    AccessRefusedException refused = new AccessRefusedException(forbidden);
    refused.initCause(
        new SecurityException(
            "Outside of a request there is no caller with one of the roles " + rule.roles()));
    return refused;
  }

  private static boolean isInRole(
      HttpServletRequest request, Optional<VerifiedJwt> proof, String role) {
    return proof.filter(jwt -> jwt.roles().contains(role)).isPresent()
        || ContainerRoles.tell(() -> request.isUserInRole(role));
  }

  /**
   * The request is the container's own: it does not show what the servlet filter wraps around it.
   */
  private static Optional<VerifiedJwt> proof(HttpServletRequest request) {
    return BearerAuthenticator.outcome(request)
        .flatMap(Authentication::caller)
        .filter(jwt -> !isLoggedOut(request));
  }

  private static boolean isLoggedOut(HttpServletRequest request) {
    return ContainerDoor.wasAsked(request) && request.getUserPrincipal() == null;
  }
}
