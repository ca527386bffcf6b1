package dev.vouchgate.grant;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client sends to the token endpoint (RFC 6749 §3.2).
 *
 * @param authorization the values of the header {@code Authorization}
 * @param apiKeys the values of the header {@code X-API-Key}
 * @param parameters those of the body that have a value, each once
 */
record TokenRequest(
    List<String> authorization, List<String> apiKeys, Map<String, String> parameters) {

  /** By these a client may name several, for a token that is good at each; ours are good at one. */
  private static final List<String> TARGETS = List.of("audience", "resource");

  /** Anybody can send a form, and each parameter costs many times its length. */
  private static final int MAX_PARAMETERS = 64;

  /**
   * Reads a request.
   *
   * @param authorization the values of the header {@code Authorization}
   * @param apiKeys the values of the header {@code X-API-Key}
   * @param body a form
   * @return the request
   * @throws TokenRefusedException if the body is none, says something twice, or has over 64
   *     parameters
   */
  static TokenRequest parse(List<String> authorization, List<String> apiKeys, byte[] body)
      throws TokenRefusedException {
    String[] pairs = new String(body, StandardCharsets.ISO_8859_1).split("&", MAX_PARAMETERS + 1);
    if (pairs.length > MAX_PARAMETERS) {
      throw invalid("over " + MAX_PARAMETERS + " parameters");
    }
    Map<String, String> parameters = new HashMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      String value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
      if (!pair.isEmpty() && parameters.put(name, value) != null) {
        throw TARGETS.contains(name)
            ? new TokenRefusedException(
                TokenError.INVALID_TARGET, "several audiences; expected one, as a token has one")
            : invalid("a parameter twice; expected each once");
      }
    }
    // Sent without a value is as good as not sent.
    parameters.values().removeIf(String::isEmpty);
    return new TokenRequest(authorization, apiKeys, parameters);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  boolean has(String name) {
    return parameters.containsKey(name);
  }

  String required(String name) throws TokenRefusedException {
    return parameter(name).orElseThrow(() -> invalid("no " + name + "; expected one"));
  }

  static TokenRefusedException invalid(String reason) {
    return new TokenRefusedException(TokenError.INVALID_REQUEST, reason);
  }

  private static String decoded(String text) throws TokenRefusedException {
    return FormText.decode(text)
        .orElseThrow(() -> invalid("a body that is no form in UTF-8, properly encoded"));
  }

  /** Without what it holds: secrets and tokens. */
  @Override
  public String toString() {
    return "TokenRequest" + parameters.keySet();
  }
}
