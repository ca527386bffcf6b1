package dev.vouchgate.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/**
 * DPoP proofs to be (RFC 9449 §4.2), as tokens of another kind: valid as they begin, made at {@link
 * Tokens#NOW} for a GET of {@link #TARGET}.
 */
public final class Proofs {
  /** The address of a valid proof. */
  public static final String TARGET = "https://api.example.com/orders";

  /** The {@code jti} of a valid proof. */
  public static final String ID = "p-1";

  /** The key of clients who have one. */
  public static final TestKey KEY = TestKeys.p256("client");

  private Proofs() {}

  /** A valid proof by {@link #KEY}, ES256. */
  public static Tokens valid(String compact) {
    return valid(compact, "ES256", KEY);
  }

  /** A valid proof by that key. */
  public static Tokens valid(String compact, String alg, TestKey key) {
    Tokens proof = Tokens.valid(alg, key).withoutHeader("kid");
    for (String claim :
        List.of("iss", "aud", "sub", "upn", "preferred_username", "groups", "exp")) {
      proof = proof.without(claim);
    }
    return proof
        .header("typ", "dpop+jwt")
        .header("jwk", Jwks.nameless(key))
        .claim("jti", ID)
        .claim("htm", "GET")
        .claim("htu", TARGET)
        .claim("ath", sha256(compact.getBytes(StandardCharsets.US_ASCII)));
  }

  /** The same token, bound to that key. */
  public static Tokens bound(Tokens token, TestKey key) {
    return token.claim("cnf", Map.of("jkt", thumbprint(key)));
  }

  /** RFC 7638, by hand. */
  public static String thumbprint(TestKey key) {
    Map<String, Object> required = new java.util.TreeMap<>(Jwks.nameless(key));
    return sha256(Json.of(required).getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 in base64url. */
  public static String sha256(byte[] bytes) {
    try {
      return Tokens.base64Url(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
