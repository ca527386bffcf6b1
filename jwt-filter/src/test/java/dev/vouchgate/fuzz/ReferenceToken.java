package dev.vouchgate.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A compact token read a second time.
 *
 * @param header its members
 * @param parts all parts, decoded
 */
record ReferenceToken(Map<String, @Nullable Object> header, List<byte[]> parts) {

  private static final int MAX_KEY_ID = 1024;
  private static final int MAX_VALUES = 64;

  /** The token; empty if it has not that many parts, or one is not what it must be. */
  static Optional<ReferenceToken> of(String compact, int parts) {
    List<byte[]> decoded = new ArrayList<>();
    for (String part : compact.split("\\.", -1)) {
      Optional<byte[]> bytes = ReferenceBase64Url.decode(part);
      if (bytes.isEmpty()) {
        return Optional.empty();
      }
      decoded.add(bytes.get());
    }
    return decoded.size() != parts
        ? Optional.empty()
        : header(decoded.get(0)).map(header -> new ReferenceToken(header, decoded));
  }

  /** The members of a header; empty if it is none. */
  static Optional<Map<String, @Nullable Object>> header(byte[] json) {
    String marks = new String(json, ISO_8859_1).replaceAll("[^,{\\[]", "");
    return marks.length() > MAX_VALUES
        ? Optional.empty()
        : ReferenceJson.object(json).filter(ReferenceToken::isHeader);
  }

  /** RFC 7515 §4.1 and RFC 7797 §7, as far as they bind a reader. */
  private static boolean isHeader(Map<String, @Nullable Object> header) {
    return header.get("alg") instanceof String
        && isString(header, "kid")
        && isString(header, "typ")
        && isString(header, "cty")
        && String.valueOf(header.get("kid")).length() <= MAX_KEY_ID
        && (!header.containsKey("crit") || isCritical(header.get("crit"), header))
        && (!header.containsKey("b64") || Boolean.TRUE.equals(header.get("b64")));
  }

  private static boolean isString(Map<String, @Nullable Object> header, String name) {
    return !header.containsKey(name) || header.get(name) instanceof String;
  }

  private static boolean isCritical(@Nullable Object crit, Map<String, @Nullable Object> header) {
    return crit instanceof List<?> names
        && !names.isEmpty()
        && names.stream().allMatch(name -> name instanceof String && header.containsKey(name))
        && new HashSet<>(names).size() == names.size();
  }
}
