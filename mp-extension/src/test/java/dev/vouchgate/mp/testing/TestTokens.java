package dev.vouchgate.mp.testing;

import dev.vouchgate.binding.Presentation;
import dev.vouchgate.config.Gate;
import dev.vouchgate.config.Settings;
import dev.vouchgate.config.SettingsSource;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens of alice, who is a user, and the settings of a gate that trusts them. */
public final class TestTokens {
  public static final String ISSUER = "https://issuer.example.com";

  /** When the tokens were issued, and when they end: neither is near the real time. */
  public static final long ISSUED_AT = 1_600_000_000L;

  public static final long EXPIRES = 4_000_000_000L;

  private static final byte[] SECRET =
      "a secret for tests, of 32 bytes.".getBytes(StandardCharsets.US_ASCII);

  public static final Map<String, String> SETTINGS =
      Map.of("mp.jwt.verify.issuer", ISSUER, "vouchgate.secret", base64Url(SECRET));

  /** Of the certificate that callers show, which is none really: three letters. */
  public static final String CERTIFICATE_THUMBPRINT = "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0";

  private static final Presentation WITH_CERTIFICATE =
      new Presentation() {
        @Override
        public Optional<byte[]> certificate() {
          return Optional.of("abc".getBytes(StandardCharsets.US_ASCII));
        }
      };

  private TestTokens() {}

  /** Alice's claims: every kind of JSON is among them. */
  public static JsonObject claims() {
    return Json.createObjectBuilder()
        .add("iss", ISSUER)
        .add("aud", "orders")
        .add("sub", "24400320")
        .add("upn", "alice")
        .add("jti", "a-1")
        .add("iat", ISSUED_AT)
        .add("exp", EXPIRES)
        .add("auth_time", ISSUED_AT + 0.5)
        .add("groups", Json.createArrayBuilder(List.of("user", "buyer")))
        .add("email_verified", true)
        .add("address", Json.createObjectBuilder().add("locality", "Paris"))
        .add("text", "some text")
        .add("number", 42)
        .add("fraction", 2.5)
        .add("flag", false)
        .add("list", Json.createArrayBuilder().add("one").add(2))
        .add("object", Json.createObjectBuilder().add("inner", "value"))
        .addNull("nothing")
        .build();
  }

  /** Alice's token. */
  public static String alice() {
    return of(claims());
  }

  /** Alice's token with one claim more, or another value for one. */
  public static String with(String name, Object value) {
    return of(
        Json.createObjectBuilder(claims())
            .addAll(Json.createObjectBuilder(Map.of(name, value)))
            .build());
  }

  /** Alice's token without a claim. */
  public static String without(String name) {
    return of(Json.createObjectBuilder(claims()).remove(name).build());
  }

  /** A token that expired long ago. */
  public static String expired() {
    return with("exp", ISSUED_AT + 1);
  }

  /** A token, proven by a gate with {@link #SETTINGS} and those. */
  public static VerifiedJwt verified(String token, Map<String, String> more) {
    SettingsSource source =
        SettingsSource.layered(List.of(SettingsSource.of(more), SettingsSource.of(SETTINGS)));
    try (Gate gate = Gate.from(Settings.read(source, TestTokens.class.getClassLoader()))) {
      return gate.verify(token, WITH_CERTIFICATE);
    } catch (RejectedException e) {
      throw new IllegalArgumentException("not a valid token", e);
    }
  }

  /** A token, proven. */
  public static VerifiedJwt verified(String token) {
    return verified(token, Map.of());
  }

  private static String of(JsonObject claims) {
    String signingInput =
        base64Url("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.US_ASCII))
            + "."
            + base64Url(claims.toString().getBytes(StandardCharsets.UTF_8));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
      byte[] signature = mac.doFinal(signingInput.getBytes(StandardCharsets.US_ASCII));
      return signingInput + "." + base64Url(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no HMAC", e);
    }
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
