package dev.vouchgate.jws;

import dev.vouchgate.codec.CodecException;
import dev.vouchgate.codec.DecodedText;
import dev.vouchgate.codec.MemberNames;
import dev.vouchgate.codec.StrictJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token (RFC 7519 §4), immutable and in the order in which they were sent.
 *
 * <p>A claim whose value is {@code null} counts as absent everywhere but in {@link #asMap()}.
 */
public final class ClaimsSet {
  private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final BigDecimal LONG_MIN = BigDecimal.valueOf(Long.MIN_VALUE);

  private final Map<String, @Nullable Object> claims;

  private ClaimsSet(Map<String, @Nullable Object> claims) {
    this.claims = claims;
  }

  /**
   * Parses a payload.
   *
   * @param json one JSON object in UTF-8
   * @return the claims
   * @throws MalformedTokenException if it is not one strict JSON object
   */
  public static ClaimsSet parse(byte[] json) throws MalformedTokenException {
    try {
      return new ClaimsSet(StrictJson.parseObject(json));
    } catch (CodecException e) {
      throw malformed(e);
    }
  }

  static ClaimsSet parse(DecodedText json, MemberNames likely) throws MalformedTokenException {
    try {
      return new ClaimsSet(StrictJson.parseObject(json, likely));
    } catch (CodecException e) {
      throw malformed(e);
    }
  }

  static Optional<String> unprovenIssuer(DecodedText json) throws MalformedTokenException {
    try {
      return StrictJson.firstString(json, "iss");
    } catch (CodecException e) {
      throw malformed(e);
    }
  }

  /**
   * Whether there is a claim that is not null, of whatever type.
   *
   * @param name the claim's name
   */
  public boolean has(String name) {
    return claims.get(name) != null;
  }

  /**
   * A claim of any type.
   *
   * @param name the claim's name
   * @return a String, Long, BigDecimal, Boolean, List or Map; empty if absent or null
   */
  public Optional<Object> claim(String name) {
    return Optional.ofNullable(claims.get(name));
  }

  /**
   * A claim that is a string.
   *
   * @param name the claim's name
   * @return the string; empty if absent, null or of another type
   */
  public Optional<String> string(String name) {
    return claims.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /**
   * A claim that is a NumericDate (RFC 7519 §2).
   *
   * @param name the claim's name
   * @return seconds since 1970-01-01T00:00:00Z, a fraction rounded down, saturated to the range of
   *     a long; empty if absent, null or of another type
   */
  public OptionalLong numericDate(String name) {
    Object value = claims.get(name);
    if (value instanceof Long seconds) {
      return OptionalLong.of(seconds);
    }
    if (value instanceof BigDecimal seconds) {
      BigDecimal saturated = seconds.min(LONG_MAX).max(LONG_MIN);
      return OptionalLong.of(saturated.setScale(0, RoundingMode.FLOOR).longValue());
    }
    return OptionalLong.empty();
  }

  /**
   * A claim that is a string or an array of nothing but strings.
   *
   * @param name the claim's name
   * @return the strings, unmodifiable; a single string is a list of one; empty if absent, null, or
   *     anything else
   */
  public Optional<List<String>> strings(String name) {
    Object value = claims.get(name);
    if (value instanceof String text) {
      return Optional.of(List.of(text));
    }
    return arrayOfStrings(value);
  }

  /**
   * A value that is an array of nothing but strings.
   *
   * @param value a value of this set or of an object within it
   * @return the same list, unmodifiable as all of this set is; empty if it is anything else
   */
  @SuppressWarnings("unchecked") // asked of every element
  public static Optional<List<String>> arrayOfStrings(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      return Optional.empty();
    }
    for (Object element : list) {
      if (!(element instanceof String)) {
        return Optional.empty();
      }
    }
    return Optional.of((List<String>) list);
  }

  /** All claims as {@link StrictJson} reads them; unmodifiable; a value may be null. */
  public Map<String, @Nullable Object> asMap() {
    return claims;
  }

  private static MalformedTokenException malformed(CodecException e) {
    return new MalformedTokenException("the claims are " + e.getMessage());
  }
}
