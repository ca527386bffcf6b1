package dev.vouchgate.keys;

import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.jws.MalformedTokenException;
import dev.vouchgate.testing.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Headers of tokens that ask for keys. */
final class Headers {
  private Headers() {}

  static JoseHeader of(String alg, String kid) {
    return parse(Map.of("alg", alg, "kid", kid));
  }

  static JoseHeader withoutKid(String alg) {
    return parse(Map.of("alg", alg));
  }

  private static JoseHeader parse(Map<String, String> members) {
    try {
      return JoseHeader.parse(Json.of(members).getBytes(StandardCharsets.UTF_8));
    } catch (MalformedTokenException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
