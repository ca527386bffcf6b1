package dev.vouchgate.mp.access;

import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.filter.BearerChallenge;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;

/** The answer to a caller whom a security annotation keeps out. */
public final class Refusal {

  private Refusal() {}

  /**
   * The answer to a request whose caller may not call a method.
   *
   * @param request the request
   * @param rule the method's rule
   * @param known whether the container knows a caller
   * @return 401 with a challenge if a caller could help by proving to be somebody, otherwise 403
   */
  public static BearerChallenge of(HttpServletRequest request, AccessRule rule, boolean known) {
    return rule.isShut() ? of(request, Set.of(), true) : of(request, rule.roles(), known);
  }

  /**
   * The answer to a request whose caller is kept out by somebody who does not say why.
   *
   * @param request the request
   * @param known whether the container knows a caller
   * @return 401 with a challenge if a caller could help by proving to be somebody, otherwise 403
   */
  public static BearerChallenge of(HttpServletRequest request, boolean known) {
    return of(request, Set.of(), known);
  }

  private static BearerChallenge of(HttpServletRequest request, Set<String> needed, boolean known) {
    BearerAuthenticator gate = BearerAuthenticator.of(request.getServletContext());
    boolean proven = gate.authenticate(request).caller().isPresent();
    if (known && !proven) {
      // Another token would not help, or the caller came without one (RFC 6750 section 3.1).
      return new BearerChallenge(
          HttpServletResponse.SC_FORBIDDEN, Optional.empty(), Optional.empty());
    }
    // A token's caller who is not known (any more) has been logged out.
    return proven && !known
        ? BearerChallenge.withoutCredentials(gate.realm())
        : gate.refuse(request, needed);
  }
}
