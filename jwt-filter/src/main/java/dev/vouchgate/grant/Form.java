package dev.vouchgate.grant;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A form that was sent ({@code application/x-www-form-urlencoded} in UTF-8, RFC 6749 appendix B).
 *
 * @param parameters those that have a value, each once
 */
public record Form(Map<String, String> parameters) {

  /** Anybody can send a form, and each parameter costs many times its length. */
  private static final int MAX_PARAMETERS = 64;

  /**
   * Reads a form.
   *
   * @param body its size is the caller's to cap
   * @return the form; a parameter without a value is as good as not sent
   * @throws TokenRefusedException {@code INVALID_REQUEST} if the body is none, says something
   *     twice, or has over 64 parameters
   */
  public static Form parse(byte[] body) throws TokenRefusedException {
    return parse(body, name -> invalid("a parameter twice; expected each once"));
  }

  static Form parse(byte[] body, Function<String, TokenRefusedException> twice)
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
        throw twice.apply(name);
      }
    }
    parameters.values().removeIf(String::isEmpty);
    return new Form(parameters);
  }

  /** The value of a parameter; empty if it was not sent. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /**
   * Checks that nothing else was sent than what is read.
   *
   * @param names what is
   * @return this
   * @throws TokenRefusedException {@code INVALID_REQUEST} if there is
   */
  public Form only(Set<String> names) throws TokenRefusedException {
    if (!names.containsAll(parameters.keySet())) {
      throw invalid("parameters besides " + names);
    }
    return this;
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
    return "Form" + parameters.keySet();
  }
}
