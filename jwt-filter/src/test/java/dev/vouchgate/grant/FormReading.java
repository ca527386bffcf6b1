package dev.vouchgate.grant;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the token endpoint reads a form: for those outside this room. */
public final class FormReading {
  private FormReading() {}

  /** Its parameters; empty if it is refused. */
  public static Optional<Map<String, String>> of(byte[] body) {
    try {
      return Optional.of(TokenRequest.parse(List.of(), List.of(), body).parameters());
    } catch (TokenRefusedException e) {
      return Optional.empty();
    }
  }
}
