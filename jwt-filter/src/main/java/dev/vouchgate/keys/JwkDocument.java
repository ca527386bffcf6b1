package dev.vouchgate.keys;

import dev.vouchgate.codec.CodecException;
import dev.vouchgate.codec.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of a JSON document, a JWK or a JWKS, before anybody judges them (RFC 7517 §4, §5). */
final class JwkDocument {
  private JwkDocument() {}

  /**
   * Takes a document apart.
   *
   * @param json a JWK (it has {@code kty}) or a JWKS (it has {@code keys}), in UTF-8
   * @return its keys, in order; an entry that is no object is one without members
   * @throws KeyFormatException if it is not strict JSON, neither of the two, or an empty set
   */
  static List<JwkMembers> entries(byte[] json) throws KeyFormatException {
    Map<String, @Nullable Object> document;
    try {
      document = StrictJson.parseObject(json);
    } catch (CodecException e) {
      throw new KeyFormatException("found " + e.getMessage() + "; expected a JWK or JWKS");
    }
    if (document.containsKey("kty")) {
      return List.of(new JwkMembers(document));
    }
    if (!(document.get("keys") instanceof List<?> listed)) {
      throw new KeyFormatException(
          "found JSON that is neither a JWK, for it has no kty, nor a JWKS, for it has no array"
              + " named keys");
    }
    if (listed.isEmpty()) {
      throw new KeyFormatException("found a JWKS without any key; expected at least one");
    }
    List<JwkMembers> entries = new ArrayList<>();
    for (Object entry : listed) {
      entries.add(members(entry));
    }
    return entries;
  }

  @SuppressWarnings("unchecked") // StrictJson makes objects of this type only
  private static JwkMembers members(@Nullable Object entry) {
    return new JwkMembers(
        entry instanceof Map<?, ?> ? (Map<String, @Nullable Object>) entry : Map.of());
  }
}
