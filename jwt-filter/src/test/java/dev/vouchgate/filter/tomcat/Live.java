package dev.vouchgate.filter.tomcat;

import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Settings and tokens for applications that live by the real clock. */
final class Live {
  /** Issuer and secret: needs no keys from anywhere. */
  static final String SETTINGS =
      "mp.jwt.verify.issuer="
          + Tokens.ISSUER
          + "\nvouchgate.secret="
          + Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(TestKeys.secret("secret").signing().getEncoded())
          + "\n";

  private Live() {}

  /** A token to be, issued now. */
  static Tokens token() {
    return Tokens.valid("HS256").issuedAt(Instant.now());
  }

  /** A token with the role {@code user}. */
  static String user() {
    return token().compact();
  }

  /** A token with the roles {@code user} and {@code admin}. */
  static String admin() {
    return token().claim("groups", List.of("user", "admin")).compact();
  }

  /** A token whose signature does not hold. */
  static String tampered() {
    return token().tampered().compact();
  }
}
