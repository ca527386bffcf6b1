package dev.vouchgate.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a fuzzer writes tokens: as they are sent, or one part a line and not yet encoded, so that a
 * change of one byte is a change inside a part.
 */
final class TokenText {
  private TokenText() {}

  static String compact(byte[] input) {
    List<String> lines = lines(input);
    return lines.size() == 1 ? new String(input, UTF_8) : joined(lines);
  }

  /** One character a byte. */
  static List<String> lines(byte[] input) {
    return List.of(new String(input, ISO_8859_1).split("\n", -1));
  }

  static String joined(List<String> lines) {
    return lines.stream().map(TokenText::encoded).collect(Collectors.joining("."));
  }

  static String encoded(String line) {
    return encoded(line.getBytes(ISO_8859_1));
  }

  static String encoded(byte[] part) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
  }

  /** What is between the dots, as sent. */
  static List<String> parts(String compact) {
    return new ArrayList<>(List.of(compact.split("\\.", -1)));
  }
}
