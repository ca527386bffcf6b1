package dev.vouchgate.filter;

import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.VerifiedJwt;
import java.util.Optional;
import java.util.Set;

/** What the gate found out about a request: one outcome a request, which answers it. Immutable. */
public sealed interface Authentication {

  /** The proven caller; present only for {@link Authenticated}. */
  default Optional<VerifiedJwt> caller() {
    return Optional.empty();
  }

  /** Whether the request may go on to what is not protected. */
  boolean mayProceed();

  /**
   * What to answer where this caller must not pass.
   *
   * @param realm who asks
   * @param needed the roles of which the caller would need one; empty if none would do
   * @return status and headers
   */
  BearerChallenge challenge(Realm realm, Set<String> needed);

  /**
   * No credentials, or in cookie mode a cookie that was refused: a stale cookie must not lock its
   * owner out of the login page.
   *
   * @param refusedCookie why the cookie was refused, if there was one
   */
  record Anonymous(Optional<Rejection> refusedCookie) implements Authentication {
    @Override
    public boolean mayProceed() {
      return true;
    }

    @Override
    public BearerChallenge challenge(Realm realm, Set<String> needed) {
      return refusedCookie
          .map(rejection -> BearerChallenge.of(rejection, realm))
          .orElseGet(() -> BearerChallenge.withoutCredentials(realm));
    }
  }

  /**
   * A proven caller.
   *
   * @param jwt the proof
   */
  record Authenticated(VerifiedJwt jwt) implements Authentication {
    @Override
    public Optional<VerifiedJwt> caller() {
      return Optional.of(jwt);
    }

    @Override
    public boolean mayProceed() {
      return true;
    }

    @Override
    public BearerChallenge challenge(Realm realm, Set<String> needed) {
      return BearerChallenge.of(new Rejection.InsufficientScope(needed), realm);
    }
  }

  /**
   * Credentials that prove nothing.
   *
   * @param rejection the reason
   */
  record Rejected(Rejection rejection) implements Authentication {
    @Override
    public boolean mayProceed() {
      return false;
    }

    @Override
    public BearerChallenge challenge(Realm realm, Set<String> needed) {
      return BearerChallenge.of(rejection, realm);
    }
  }

  /**
   * Credentials that cannot be judged now.
   *
   * @param rejection why not, and when to come back
   */
  record Unavailable(Rejection.Unavailable rejection) implements Authentication {
    @Override
    public boolean mayProceed() {
      return false;
    }

    @Override
    public BearerChallenge challenge(Realm realm, Set<String> needed) {
      return BearerChallenge.of(rejection, realm);
    }
  }
}
