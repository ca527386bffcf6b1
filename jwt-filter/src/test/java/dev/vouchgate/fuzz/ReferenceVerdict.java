package dev.vouchgate.fuzz;

import dev.vouchgate.testing.Tokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a token with an intact HMAC is to be accepted, written as one sentence. */
final class ReferenceVerdict {
  private static final int AHEAD = 10;

  private ReferenceVerdict() {}

  static boolean accepts(
      Map<String, @Nullable Object> header, Map<String, @Nullable Object> claims) {
    long now = Tokens.NOW.getEpochSecond();
    return !header.containsKey("crit")
        && "HS256".equals(header.get("alg"))
        && (!header.containsKey("kid") || "secret".equals(header.get("kid")))
        && (!header.containsKey("typ") || isJwt((String) header.get("typ")))
        && (!header.containsKey("cty") || !isJwt((String) header.get("cty")))
        && Tokens.ISSUER.equals(claims.get("iss"))
        && isForUs(claims.get("aud"))
        && isAfter(claims.get("exp"), now)
        && isNotAfter(claims.get("iat"), now + AHEAD)
        && (claims.get("nbf") == null || isNotAfter(claims.get("nbf"), now + AHEAD))
        && isStringIfAny(claims.get("sub"))
        && isStringIfAny(claims.get("jti"))
        && name(claims) instanceof String name
        && !name.isBlank();
  }

  private static boolean isJwt(String typ) {
    String lower = typ.toLowerCase(Locale.ROOT);
    return lower.equals("jwt") || lower.equals("application/jwt");
  }

  private static boolean isForUs(@Nullable Object aud) {
    return Tokens.AUDIENCE.equals(aud)
        || (aud instanceof List<?> several
            && several.contains(Tokens.AUDIENCE)
            && several.stream().allMatch(String.class::isInstance));
  }

  /** A fraction of a second is rounded down, so 12:00:00.9 is not after 12:00:00. */
  private static boolean isAfter(@Nullable Object date, long bound) {
    return date instanceof Number number
        && exact(number).compareTo(BigDecimal.valueOf(bound + 1)) >= 0;
  }

  private static boolean isNotAfter(@Nullable Object date, long bound) {
    return date instanceof Number number
        && exact(number).compareTo(BigDecimal.valueOf(bound + 1)) < 0;
  }

  private static BigDecimal exact(Number number) {
    return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
  }

  private static boolean isStringIfAny(@Nullable Object value) {
    return value == null || value instanceof String;
  }

  private static @Nullable Object name(Map<String, @Nullable Object> claims) {
    return Stream.of("upn", "preferred_username", "sub")
        .map(claims::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
