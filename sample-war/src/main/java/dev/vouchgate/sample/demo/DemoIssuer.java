package dev.vouchgate.sample.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * Signs tokens that live five minutes with a key that lives as long as this object (RS256, RFC 7518
 * section 3.3).
 */
final class DemoIssuer {

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  private final String issuer;
  private final String audience;
  private final InstantSource clock;
  private final String kid;
  private final PrivateKey key;
  private final RSAPublicKey publicKey;

  private DemoIssuer(String issuer, String audience, InstantSource clock, KeyPair pair) {
    this.issuer = issuer;
    this.audience = audience;
    this.clock = clock;
    this.kid = UUID.randomUUID().toString();
    this.key = pair.getPrivate();
    this.publicKey = (RSAPublicKey) pair.getPublic();
  }

  /** An issuer with a new key of 2048 bits. */
  static DemoIssuer create(String issuer, String audience, InstantSource clock) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return new DemoIssuer(issuer, audience, clock, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no RSA", e);
    }
  }

  /** The compact form of a new token for a person (RFC 7515 section 7.1). */
  String token(DemoPerson person) {
    long now = clock.instant().getEpochSecond();
    JsonObject header =
        Json.createObjectBuilder().add("alg", "RS256").add("typ", "JWT").add("kid", kid).build();
    JsonObject claims =
        Json.createObjectBuilder()
            .add("iss", issuer)
            .add("aud", audience)
            .add("sub", "demo-" + person.name())
            .add("upn", person.name())
            .add("groups", Json.createArrayBuilder(person.groups()))
            .add("iat", now)
            .add("exp", now + LIFETIME.toSeconds())
            .add("jti", UUID.randomUUID().toString())
            .build();
    String signingInput =
        base64Url(header.toString().getBytes(UTF_8))
            + '.'
            + base64Url(claims.toString().getBytes(UTF_8));
    return signingInput + '.' + base64Url(sign(signingInput.getBytes(US_ASCII)));
  }

  /** The key set with the public key (RFC 7517 section 5). */
  JsonObject jwks() {
    JsonObject jwk =
        Json.createObjectBuilder()
            .add("kty", "RSA")
            .add("use", "sig")
            .add("alg", "RS256")
            .add("kid", kid)
            .add("n", base64Url(unsigned(publicKey.getModulus())))
            .add("e", base64Url(unsigned(publicKey.getPublicExponent())))
            .build();
    return Json.createObjectBuilder().add("keys", Json.createArrayBuilder().add(jwk)).build();
  }

  private byte[] sign(byte[] signingInput) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signingInput);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot sign with SHA256withRSA", e);
    }
  }

  /**
   * Big-endian without the sign byte that {@link BigInteger#toByteArray} puts in front (RFC 7518
   * section 2).
   */
  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
