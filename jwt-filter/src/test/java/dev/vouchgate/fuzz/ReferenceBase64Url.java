package dev.vouchgate.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Base64url bit by bit, as RFC 4648 §5 and §3.5 have it: slow, and easy to believe. */
final class ReferenceBase64Url {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "abcdefghijklmnopqrstuvwxyz" + "0123456789" + "-_";

  private ReferenceBase64Url() {}

  /** The bytes; empty if the text is not their one spelling. */
  static Optional<byte[]> decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int pending = 0;
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        return Optional.empty();
      }
      pending = pending << 6 | value;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(pending >> bits);
        pending &= (1 << bits) - 1;
      }
    }
    return bits == 6 || pending != 0 ? Optional.empty() : Optional.of(bytes.toByteArray());
  }
}
