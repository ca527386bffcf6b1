package dev.vouchgate.grant;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Text as {@code application/x-www-form-urlencoded} has it, in UTF-8 (RFC 6749 appendix B). */
final class FormText {
  private static final int HEX = 16;

  private FormText() {}

  /**
   * Decodes a name or a value.
   *
   * @param encoded one character a byte
   * @return the text; empty if a percent sign stands without two hex digits, or the bytes are not
   *     UTF-8
   */
  static Optional<String> decode(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        int octet = i + 2 < encoded.length() ? octet(encoded, i + 1) : -1;
        if (octet < 0) {
          return Optional.empty();
        }
        bytes.write(octet);
        i += 2;
      } else {
        bytes.write(c == '+' ? ' ' : c);
      }
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static int octet(String encoded, int at) {
    int high = digit(encoded.charAt(at));
    int low = digit(encoded.charAt(at + 1));
    return high < 0 || low < 0 ? -1 : high * HEX + low;
  }

  /** In ASCII alone: to {@link Character#digit} others are digits too. */
  private static int digit(char c) {
    return c > '~' ? -1 : Character.digit(c, HEX);
  }
}
