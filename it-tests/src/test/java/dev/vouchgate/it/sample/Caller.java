package dev.vouchgate.it.sample;

import java.util.EnumSet;
import java.util.Optional;

/** The kinds of caller that every endpoint is called by. */
enum Caller {
  NOBODY,
  USER,
  ADMIN,
  EXPIRED,
  WRONG_ISSUER,
  WRONG_AUDIENCE,
  TAMPERED,
  UNSIGNED;

  /** Whether there is a token, and it proves nothing. */
  boolean isRefused() {
    return !EnumSet.of(NOBODY, USER, ADMIN).contains(this);
  }

  /** The caller's token; all but {@link #USER}'s would be an admin's if they held. */
  Optional<String> token(TestIssuer issuer) {
    return switch (this) {
      case NOBODY -> Optional.empty();
      case USER -> Optional.of(issuer.token("alice", "user"));
      case ADMIN -> Optional.of(issuer.token("bob", "user", "admin"));
      case EXPIRED -> Optional.of(issuer.expiredToken("bob", "user", "admin"));
      case WRONG_ISSUER ->
          Optional.of(issuer.tokenOfIssuer("https://other.example", "bob", "user", "admin"));
      case WRONG_AUDIENCE ->
          Optional.of(issuer.tokenForAudience("invoices", "bob", "user", "admin"));
      case TAMPERED -> Optional.of(issuer.tamperedToken("alice"));
      case UNSIGNED -> Optional.of(issuer.unsignedToken("bob", "user", "admin"));
    };
  }
}
