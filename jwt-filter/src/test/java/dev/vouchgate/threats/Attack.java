package dev.vouchgate.threats;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.KeyType;
import dev.vouchgate.keys.FixedKeys;
import dev.vouchgate.keys.JwkParser;
import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.KeyOrigin;
import dev.vouchgate.keys.KeyPolicy;
import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.Signer;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.VerifierUnderTest;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the tests of this room share. */
final class Attack {
  /** Every algorithm of key pairs: what is refused with these is refused by more than the list. */
  static final Set<JwsAlgorithm> ALL_OF_PAIRS =
      Arrays.stream(JwsAlgorithm.values())
          .filter(algorithm -> algorithm.keyType() != KeyType.OCT)
          .collect(Collectors.toUnmodifiableSet());

  private Attack() {}

  /** A verifier whose issuer publishes those keys, for every algorithm of key pairs. */
  static JwtVerifier publishing(List<Map<String, @Nullable Object>> jwks)
      throws KeyFormatException {
    FixedKeys keys = new FixedKeys(published(Jwks.set(jwks)));
    return VerifierUnderTest.of(ALL_OF_PAIRS, keys, Optional.empty());
  }

  /** The keys of a document as an issuer publishes it. */
  static JwkSet published(String json) throws KeyFormatException {
    JwkParser parser = new JwkParser(new KeyPolicy(false), KeyOrigin.PUBLISHED);
    return parser.parse(json.getBytes(UTF_8)).set();
  }

  /** A key as it is published, with one member set. */
  static Map<String, @Nullable Object> jwk(TestKey key, String name, @Nullable Object value) {
    Map<String, @Nullable Object> jwk = Jwks.of(key);
    jwk.put(name, value);
    return jwk;
  }

  /** Why that token is refused; fails if it is not. */
  static Rejection refusal(JwtVerifier verifier, Tokens token) {
    return VerifierUnderTest.rejection(verifier, token.compact());
  }

  /** A token whose parts are spelled exactly so, properly signed over that spelling. */
  static String signed(String header, String payload) {
    TestKey key = TestKeys.rsa("rsa");
    String signingInput = header + "." + payload;
    try {
      byte[] signature = Signer.of("RS256", key.signing()).sign(signingInput.getBytes(US_ASCII));
      return signingInput + "." + Tokens.base64Url(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A valid token's claims in JSON, with one more member written exactly so. */
  static String claimsWith(String member) {
    return with(Json.of(Tokens.valid().claims()), member);
  }

  /** An object in JSON with one more member written exactly so. */
  static String with(String object, String member) {
    return object.substring(0, object.length() - 1) + "," + member + "}";
  }
}
