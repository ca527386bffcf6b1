package dev.vouchgate.jws;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import dev.vouchgate.codec.DecodedText;
import dev.vouchgate.codec.MemberNames;
import dev.vouchgate.codec.StrictJson;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The header of a token (RFC 7515 §4, RFC 7516 §4): what the sender says about how it was made.
 *
 * <p>Nothing in it is proven. Keys and addresses of keys that it may carry ({@code jwk}, {@code
 * jku}, {@code x5c}, {@code x5u}) are never looked at in a token.
 */
public final class JoseHeader {
  /** Characters of a {@code kid}, at most: it is a map key and a word in a log. */
  public static final int MAX_KEY_ID_LENGTH = 1024;

  /**
   * Values of a header, at most, all levels together: anybody can send one that nobody signed, and
   * each costs many times its length. A comma inside a text counts as one too.
   */
  public static final int MAX_VALUES = 64;

  private final Map<String, @Nullable Object> members;
  private final String algorithm;
  private final @Nullable String keyId;
  private final @Nullable String type;
  private final @Nullable String contentType;
  private final Set<String> critical;

  private JoseHeader(Map<String, @Nullable Object> members) throws MalformedTokenException {
    this.members = members;
    String alg = string(members, "alg");
    if (alg == null) {
      throw new MalformedTokenException("the header has no alg (RFC 7515 section 4.1.1)");
    }
    this.algorithm = alg;
    this.keyId = string(members, "kid");
    if (keyId != null && keyId.length() > MAX_KEY_ID_LENGTH) {
      throw new MalformedTokenException("the kid has over " + MAX_KEY_ID_LENGTH + " characters");
    }
    this.type = string(members, "typ");
    this.contentType = string(members, "cty");
    this.critical = critical(members);
    if (members.containsKey("b64") && !Boolean.TRUE.equals(members.get("b64"))) {
      throw new MalformedTokenException("b64 must not be used in a JWT (RFC 7797 section 7)");
    }
  }

  /**
   * Parses the decoded header.
   *
   * @param json one JSON object in UTF-8
   * @return the header
   * @throws MalformedTokenException if it is not strict JSON, has no {@code alg}, a registered
   *     member of the wrong type, or too many values
   */
  public static JoseHeader parse(byte[] json) throws MalformedTokenException {
    try (DecodedText text = DecodedText.of(json)) {
      return parse(text);
    }
  }

  /**
   * Parses the header that an encoded token begins with.
   *
   * @param ascii the token
   * @param length characters of its header
   * @return the header
   * @throws CodecException if it is not canonical base64url
   * @throws MalformedTokenException as {@link #parse}
   */
  public static JoseHeader parseEncoded(byte[] ascii, int length)
      throws CodecException, MalformedTokenException {
    try (DecodedText text = Base64Url.text(ascii, 0, length)) {
      return parse(text);
    }
  }

  private static JoseHeader parse(DecodedText json) throws MalformedTokenException {
    // Each value but the first comes after one of these.
    if (json.count(",[{") > MAX_VALUES) {
      throw new MalformedTokenException("the header has over " + MAX_VALUES + " values");
    }
    try {
      return new JoseHeader(StrictJson.parseObject(json, MemberNames.NONE));
    } catch (CodecException e) {
      throw new MalformedTokenException("the header is " + e.getMessage());
    }
  }

  /** {@code alg}, as sent; never empty of meaning to callers who compare it exactly. */
  public String algorithm() {
    return algorithm;
  }

  /** The signature algorithm that {@code alg} names; empty if this gate knows none of that name. */
  public Optional<JwsAlgorithm> signatureAlgorithm() {
    return JwsAlgorithm.named(algorithm);
  }

  /** {@code kid} (RFC 7515 §4.1.4), as sent: a name to compare, never a path or an address. */
  public Optional<String> keyId() {
    return Optional.ofNullable(keyId);
  }

  /** {@code typ} (RFC 7515 §4.1.9), as sent. */
  public Optional<String> type() {
    return Optional.ofNullable(type);
  }

  /** {@code cty} (RFC 7515 §4.1.10), as sent. */
  public Optional<String> contentType() {
    return Optional.ofNullable(contentType);
  }

  /** The names that {@code crit} lists (RFC 7515 §4.1.11); empty if there is no such member. */
  public Set<String> critical() {
    return critical;
  }

  /** All members as {@link StrictJson} reads them; unmodifiable. */
  public Map<String, @Nullable Object> asMap() {
    return members;
  }

  private static @Nullable String string(Map<String, @Nullable Object> members, String name)
      throws MalformedTokenException {
    if (!members.containsKey(name)) {
      return null;
    }
    if (members.get(name) instanceof String text) {
      return text;
    }
    throw new MalformedTokenException("the header's " + name + " is not a string");
  }

  private static Set<String> critical(Map<String, @Nullable Object> members)
      throws MalformedTokenException {
    if (!members.containsKey("crit")) {
      return Set.of();
    }
    Set<String> names = new LinkedHashSet<>();
    if (members.get("crit") instanceof List<?> listed) {
      for (Object name : listed) {
        if (!(name instanceof String text) || !members.containsKey(text) || !names.add(text)) {
          throw new MalformedTokenException("crit must list names that the header has, each once");
        }
      }
    }
    if (names.isEmpty()) {
      throw new MalformedTokenException("crit must be a list that is not empty");
    }
    return Set.copyOf(names);
  }
}
