package dev.vouchgate.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A compact token to be: valid as it begins, and each call changes one thing.
 *
 * <pre>{@code
 * Tokens.valid().compact()                                     // RS256, proven by TestKeys.rsa("rsa")
 * Tokens.valid("ES256").claim("exp", 0).compact()              // expired
 * Tokens.valid().header("alg", "none").signature(s -> new byte[0]).compact()
 * Tokens.valid().payload("{\"exp\":NaN}").compact()            // any bytes, properly signed
 * }</pre>
 *
 * <p>A valid token is from {@link #ISSUER} for {@link #AUDIENCE}, was issued at {@link #NOW},
 * expires five minutes later, and is {@code jdoe}'s, in the group {@code user}. Immutable: each
 * call gives a new one. The last step is {@link #compact()}; changes to header and payload are
 * signed too.
 */
public final class Tokens {
  /** When a valid token was issued, and where {@link MutableClock} begins. */
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** How long a valid token lives. */
  public static final Duration LIFETIME = Duration.ofMinutes(5);

  /** A valid token's {@code iss}. */
  public static final String ISSUER = "https://issuer.example.com";

  /** A valid token's {@code aud}. */
  public static final String AUDIENCE = "shop";

  private final byte[] header;
  private final Map<String, @Nullable Object> headerMembers;
  private final byte[] payload;
  private final Map<String, @Nullable Object> claims;
  private final Signer signer;
  private final UnaryOperator<byte[]> change;

  private Tokens(
      byte[] header,
      Map<String, @Nullable Object> headerMembers,
      byte[] payload,
      Map<String, @Nullable Object> claims,
      Signer signer,
      UnaryOperator<byte[]> change) {
    this.header = header;
    this.headerMembers = headerMembers;
    this.payload = payload;
    this.claims = claims;
    this.signer = signer;
    this.change = change;
  }

  /** A valid token, RS256. */
  public static Tokens valid() {
    return valid("RS256");
  }

  /** A valid token, signed with {@link TestKeys#of}. */
  public static Tokens valid(String alg) {
    return valid(alg, TestKeys.of(alg));
  }

  /** A valid token, signed with that key and naming it. */
  public static Tokens valid(String alg, TestKey key) {
    Map<String, @Nullable Object> header = new LinkedHashMap<>();
    header.put("alg", alg);
    header.put("typ", "JWT");
    header.put("kid", key.kid());
    Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", AUDIENCE);
    claims.put("sub", "24400320");
    claims.put("upn", "jdoe@example.com");
    claims.put("preferred_username", "jdoe");
    claims.put("groups", List.of("user"));
    claims.put("jti", "a-123");
    claims.put("iat", NOW.getEpochSecond());
    claims.put("exp", NOW.plus(LIFETIME).getEpochSecond());
    Signer signer = Signer.of(alg, key.signing());
    return new Tokens(json(header), header, json(claims), claims, signer, s -> s);
  }

  /** The same, signed by another; the header stays as it is. */
  public Tokens signedBy(Signer other) {
    return new Tokens(header, headerMembers, payload, claims, other, change);
  }

  /** The same with a header parameter set; null is JSON's null. */
  public Tokens header(String name, @Nullable Object value) {
    Map<String, @Nullable Object> members = with(headerMembers, name, value);
    return new Tokens(json(members), members, payload, claims, signer, change);
  }

  /** The same without a header parameter. */
  public Tokens withoutHeader(String name) {
    Map<String, @Nullable Object> members = without(headerMembers, name);
    return new Tokens(json(members), members, payload, claims, signer, change);
  }

  /** The same with exactly this header. */
  public Tokens header(byte[] bytes) {
    return new Tokens(bytes, headerMembers, payload, claims, signer, change);
  }

  /** The same with exactly this header, in UTF-8. */
  public Tokens header(String json) {
    return header(json.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with a claim set; null is JSON's null. */
  public Tokens claim(String name, @Nullable Object value) {
    Map<String, @Nullable Object> changed = with(claims, name, value);
    return new Tokens(header, headerMembers, json(changed), changed, signer, change);
  }

  /** The same without a claim. */
  public Tokens without(String name) {
    Map<String, @Nullable Object> changed = without(claims, name);
    return new Tokens(header, headerMembers, json(changed), changed, signer, change);
  }

  /** The same with exactly this payload. */
  public Tokens payload(byte[] bytes) {
    return new Tokens(header, headerMembers, bytes, claims, signer, change);
  }

  /** The same with exactly this payload, in UTF-8. */
  public Tokens payload(String json) {
    return payload(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The same, issued then and expiring {@link #LIFETIME} later: for those who live by a real clock.
   */
  public Tokens issuedAt(Instant moment) {
    return claim("iat", moment.getEpochSecond())
        .claim("exp", moment.plus(LIFETIME).getEpochSecond());
  }

  /** The same with its signature's bytes changed after signing. */
  public Tokens signature(UnaryOperator<byte[]> next) {
    UnaryOperator<byte[]> both = bytes -> next.apply(change.apply(bytes));
    return new Tokens(header, headerMembers, payload, claims, signer, both);
  }

  /** The same with one bit of its signature flipped. */
  public Tokens tampered() {
    return signature(
        bytes -> {
          byte[] flipped = bytes.clone();
          flipped[flipped.length / 2] ^= 1;
          return flipped;
        });
  }

  /** The claims as they would be sent, unless {@link #payload} replaced them. */
  public Map<String, @Nullable Object> claims() {
    return new LinkedHashMap<>(claims);
  }

  /** The token in compact serialization. */
  public String compact() {
    String signingInput = base64Url(header) + "." + base64Url(payload);
    try {
      byte[] signature = signer.sign(signingInput.getBytes(StandardCharsets.US_ASCII));
      return signingInput + "." + base64Url(change.apply(signature));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this key cannot sign so", e);
    }
  }

  /** Base64url without padding, by the JDK. */
  public static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The part of a compact token, 0 being the header, decoded by the JDK. */
  public static byte[] part(String compact, int index) {
    return Base64.getUrlDecoder().decode(encodedPart(compact, index));
  }

  /** The part of a compact token, 0 being the header, as it was sent. */
  public static String encodedPart(String compact, int index) {
    return parts(compact).get(index);
  }

  /** The token with one part replaced by that text; nothing is signed anew. */
  public static String withPart(String compact, int index, String text) {
    String[] parts = parts(compact).toArray(String[]::new);
    parts[index] = text;
    return String.join(".", parts);
  }

  private static List<String> parts(String compact) {
    return Arrays.asList(compact.split("\\.", -1));
  }

  private static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> members, String name, @Nullable Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(members);
    changed.put(name, value);
    return changed;
  }

  private static Map<String, @Nullable Object> without(
      Map<String, @Nullable Object> members, String name) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(members);
    changed.remove(name);
    return changed;
  }

  private static byte[] json(Map<String, @Nullable Object> members) {
    return Json.of(members).getBytes(StandardCharsets.UTF_8);
  }
}
