package dev.vouchgate.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Base64url without padding, in its one canonical spelling (RFC 7515 §2, RFC 4648 §5 and §3.5).
 *
 * <p>Stricter than the JDK: no {@code =}, and the unused bits of the last character are zero. A
 * value with a second spelling would have a second identity in caches and deny lists.
 */
public final class Base64Url {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final byte[] VALUES = values();

  private Base64Url() {}

  /**
   * Decodes a slice.
   *
   * @param ascii holds the encoded characters, one byte each
   * @param from first index of the slice
   * @param to index after the slice; an empty slice decodes to an empty array
   * @return the decoded bytes
   * @throws CodecException if the slice is not canonical base64url
   */
  public static byte[] decode(byte[] ascii, int from, int to) throws CodecException {
    int length = to - from;
    int rest = length & 3;
    if (rest == 1) {
      throw new CodecException("base64url of impossible length " + length);
    }
    if (length == 0) {
      return new byte[0];
    }
    int last = VALUES[ascii[to - 1] & 0xff];
    if (last < 0) {
      throw new CodecException("a character outside the base64url alphabet (padding included)");
    }
    if ((rest == 2 && (last & 0x0f) != 0) || (rest == 3 && (last & 0x03) != 0)) {
      throw new CodecException("base64url that is not canonical: unused trailing bits are set");
    }
    try {
      // As long as what it holds: the decoder knows the length, for there is no padding.
      return Base64.getUrlDecoder().decode(ByteBuffer.wrap(ascii, from, length)).array();
    } catch (IllegalArgumentException e) {
      throw new CodecException("a character outside the base64url alphabet");
    }
  }

  /**
   * Decodes a whole string.
   *
   * @param text the encoded characters; may be empty
   * @return the decoded bytes
   * @throws CodecException if the text is not canonical base64url
   */
  public static byte[] decode(String text) throws CodecException {
    // A character above 255 becomes '?', which is outside the alphabet.
    byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
    return decode(ascii, 0, ascii.length);
  }

  /**
   * Encodes bytes.
   *
   * @param bytes any bytes; may be empty
   * @return canonical base64url without padding
   */
  public static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] values() {
    byte[] values = new byte[256];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = (byte) i;
    }
    return values;
  }
}
