package dev.vouchgate.grant;

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
    Form form =
        Form.parse(
            body,
            name ->
                TARGETS.contains(name)
                    ? new TokenRefusedException(
                        TokenError.INVALID_TARGET,
                        "several audiences; expected one, as a token has one")
                    : invalid("a parameter twice; expected each once"));
    return new TokenRequest(authorization, apiKeys, form.parameters());
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
    return Form.invalid(reason);
  }

  /** Without what it holds: secrets and tokens. */
  @Override
  public String toString() {
    return "TokenRequest" + parameters.keySet();
  }
}
