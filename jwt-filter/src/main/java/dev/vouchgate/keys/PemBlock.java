package dev.vouchgate.keys;

import dev.vouchgate.observe.LogText;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands between two encapsulation boundaries (RFC 7468 §2).
 *
 * @param label such as {@code PUBLIC KEY}
 * @param der the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
record PemBlock(String label, byte[] der) {
  static final String BEGIN = "-----BEGIN ";

  private static final Pattern BLOCK =
      Pattern.compile(
          "-----BEGIN ([^-]{1,60})-----(.*?)-----END ([^-]{1,60})-----", Pattern.DOTALL);

  /** Line breaks, also as they look after a trip through an environment variable. */
  private static final Pattern SPACE = Pattern.compile("\\s|\\\\[nr]");

  /**
   * The only block of a text; what stands outside it is ignored (RFC 7468 §2).
   *
   * @param text the text; its line breaks may be lost, as in a property
   * @throws KeyFormatException if there is no whole block, or a second one
   */
  static PemBlock only(String text) throws KeyFormatException {
    Matcher block = BLOCK.matcher(text);
    if (!block.find() || !block.group(1).equals(block.group(3))) {
      throw new KeyFormatException(
          "found a PEM that does not end with the -----END line of its -----BEGIN line");
    }
    if (text.indexOf(BEGIN, block.end()) >= 0) {
      throw new KeyFormatException(
          "found a PEM with several keys or certificates; expected one (of a chain keep the first;"
              + " several keys are a JWKS)");
    }
    return of(block);
  }

  /**
   * All blocks of a text, in order; what stands between them is ignored (RFC 7468 §2).
   *
   * @param text the text
   * @throws KeyFormatException if one of them is not whole
   */
  static List<PemBlock> all(String text) throws KeyFormatException {
    List<PemBlock> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      if (!block.group(1).equals(block.group(3))) {
        throw new KeyFormatException("found a PEM block that ends as another began");
      }
      blocks.add(of(block));
    }
    return blocks;
  }

  private static PemBlock of(MatchResult block) throws KeyFormatException {
    String base64 = SPACE.matcher(block.group(2)).replaceAll("");
    return new PemBlock(LogText.of(block.group(1)), decode(base64));
  }

  private static byte[] decode(String base64) throws KeyFormatException {
    try {
      // MicroProfile JWT 2.1 §4.2.1 speaks of base64url here: both alphabets are read.
      return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException e) {
      // Not as the cause: it quotes a character of what may be a private key.
      throw new KeyFormatException("found a PEM whose content is not base64");
    }
  }
}
