package dev.vouchgate.it.grant;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Three clients and the settings that know them: {@code shop} by a secret, {@code billing} by an
 * API key, {@code reports} by a key. The hashes are the platform's, the signatures another
 * library's.
 */
final class Clients {
  static final String ISSUER = "https://sts.example.com";
  static final String SECRET = "kept:by+the%shop";
  private static final String SETTING = "vouchgate.issue.client.";
  private static final int ITERATIONS = 2048;

  private final String apiKey =
      "billing." + base64Url(digest(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8)));
  private final ECKey key;

  Clients() {
    try {
      key = new ECKeyGenerator(Curve.P_256).keyID("reports-1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("vouchgate.issue.issuer", ISSUER);
    settings.put("vouchgate.issue.token-path", "/oauth/token");
    settings.put(SETTING + "shop.secret", secretHash());
    settings.put(SETTING + "shop.audiences", "orders,inventory");
    settings.put(SETTING + "shop.scopes", "read,write");
    settings.put(SETTING + "shop.roles", "user,admin");
    settings.put(SETTING + "shop.exchange", "orders");
    settings.put(
        SETTING + "billing.api-key",
        "SHA-256:" + base64Url(digest(apiKey.getBytes(StandardCharsets.US_ASCII))));
    settings.put(SETTING + "billing.audiences", "orders");
    settings.put(SETTING + "billing.roles", "user");
    settings.put(SETTING + "reports.keys", new JWKSet(key.toPublicJWK()).toString());
    settings.put(SETTING + "reports.audiences", "orders");
    settings.put(SETTING + "reports.roles", "user");
    settings.put(SETTING + "reports.lifetime", "30s");
    return settings;
  }

  String apiKey() {
    return apiKey;
  }

  /** A new assertion (RFC 7523 section 3). */
  String assertion() {
    try {
      Instant now = Instant.now();
      SignedJWT assertion =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
              new JWTClaimsSet.Builder()
                  .issuer("reports")
                  .subject("reports")
                  .audience(ISSUER + "/oauth/token")
                  .jwtID(UUID.randomUUID().toString())
                  .issueTime(Date.from(now))
                  .expirationTime(Date.from(now.plusSeconds(60)))
                  .build());
      assertion.sign(new ECDSASigner(key));
      return assertion.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As Jakarta Security's Pbkdf2PasswordHash writes it. */
  private static String secretHash() {
    byte[] salt = digest(SECRET.getBytes(StandardCharsets.UTF_8));
    try {
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(SECRET.toCharArray(), salt, ITERATIONS, 256))
              .getEncoded();
      Base64.Encoder base64 = Base64.getEncoder();
      return "PBKDF2WithHmacSHA256:"
          + ITERATIONS
          + ":"
          + base64.encodeToString(salt)
          + ":"
          + base64.encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
