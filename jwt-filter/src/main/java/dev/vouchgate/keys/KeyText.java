package dev.vouchgate.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A key document after its outermost format has been found out: PEM, or JSON, be it plain or in
 * base64url. The order is that of MicroProfile JWT 2.1 §4.2.
 *
 * @param isPem whether it is PEM; otherwise it is JSON, or at least begins so
 * @param content the PEM or the JSON
 */
@SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
record KeyText(boolean isPem, byte[] content) {
  private static final String EXPECTED =
      "expected PEM, a JWK, a JWKS, or base64url of one of the last two";

  /**
   * Finds out what a text is.
   *
   * @param utf8 the text
   * @throws KeyFormatException if it is none of these
   */
  static KeyText of(byte[] utf8) throws KeyFormatException {
    // One character a byte: enough to look at, and nothing is lost.
    String text = new String(utf8, StandardCharsets.ISO_8859_1);
    if (text.isBlank()) {
      throw new KeyFormatException("found nothing; " + EXPECTED);
    }
    if (PemParser.isPem(text)) {
      return new KeyText(true, utf8);
    }
    if (isJson(utf8)) {
      return new KeyText(false, utf8);
    }
    byte[] decoded = decode(text);
    if (!isJson(decoded)) {
      throw new KeyFormatException(
          "found base64 of something that is no JSON; "
              + EXPECTED
              + ". If it is a bare public key, put it between -----BEGIN PUBLIC KEY----- and"
              + " -----END PUBLIC KEY-----");
    }
    return new KeyText(false, decoded);
  }

  String pem() {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  private static boolean isJson(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1).stripLeading();
    // Also behind a byte order mark, so that its reader can say what is wrong.
    return text.startsWith("{") || text.startsWith("\u00ef\u00bb\u00bf{") || text.startsWith("[");
  }

  /** Padding and line breaks are forgiven: it is the operator's text, not a token. */
  private static byte[] decode(String text) throws KeyFormatException {
    String url =
        text.replaceAll("\\s", "").replaceAll("=+$", "").replace('+', '-').replace('/', '_');
    try {
      return Base64.getUrlDecoder().decode(url);
    } catch (IllegalArgumentException e) {
      // Not as the cause: it quotes a character.
      throw new KeyFormatException("found a text of another format; " + EXPECTED);
    }
  }
}
