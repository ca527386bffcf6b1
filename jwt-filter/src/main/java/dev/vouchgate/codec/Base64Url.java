package dev.vouchgate.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Base64url without padding, in its one canonical spelling (RFC 7515 §2, RFC 4648 §5 and §3.5).
 *
 * <p>Stricter than the JDK: no {@code =}, and the unused bits of the last character are zero. A
 * value with a second spelling would have a second identity in caches and deny lists.
 *
 * <p>Decoding is our own: the JDK's, where the processor has AVX-512, slows down the arithmetic of
 * a signature that follows it by more than it takes.
 */
public final class Base64Url {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Six bits each; less than zero for what is no character of the alphabet. */
  private static final int[] VALUES = values();

  /** The highest bits of three octets. */
  private static final int BEYOND_ASCII = 0x808080;

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
    try (DecodedText octets = text(ascii, from, to)) {
      return octets.bytes();
    }
  }

  /**
   * Decodes a slice that holds a text, to be closed when it was read.
   *
   * @param ascii holds the encoded characters, one byte each
   * @param from first index of the slice
   * @param to index after the slice; may be empty
   * @return what was encoded
   * @throws CodecException if the slice is not canonical base64url
   */
  public static DecodedText text(byte[] ascii, int from, int to) throws CodecException {
    int rest = (to - from) & 3;
    if (rest == 1) {
      throw new CodecException("base64url of impossible length " + (to - from));
    }
    char[] octets = TextBuffers.SHARED.take((to - from) / 4 * 3 + 3);
    int seen = 0;
    int length = 0;
    int end = to - rest;
    for (int i = from; i < end; i += 4) {
      int bits =
          VALUES[ascii[i] & 0xff] << 18
              | VALUES[ascii[i + 1] & 0xff] << 12
              | VALUES[ascii[i + 2] & 0xff] << 6
              | VALUES[ascii[i + 3] & 0xff];
      seen |= bits;
      octets[length] = (char) (bits >>> 16 & 0xff);
      octets[length + 1] = (char) (bits >>> 8 & 0xff);
      octets[length + 2] = (char) (bits & 0xff);
      length += 3;
    }
    if (rest > 0) {
      int bits = VALUES[ascii[end] & 0xff] << 18 | VALUES[ascii[end + 1] & 0xff] << 12;
      octets[length++] = (char) (bits >>> 16 & 0xff);
      if (rest == 3) {
        bits |= VALUES[ascii[end + 2] & 0xff] << 6;
        octets[length++] = (char) (bits >>> 8 & 0xff);
      }
      seen |= bits;
      if (seen >= 0 && (bits & (rest == 2 ? 0xffff : 0xff)) != 0) {
        throw refused(octets, "base64url that is not canonical: unused trailing bits are set");
      }
    }
    if (seen < 0) {
      throw refused(octets, "a character outside the base64url alphabet (padding included)");
    }
    return new DecodedText(octets, length, (seen & BEYOND_ASCII) == 0);
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

  private static CodecException refused(char[] lent, String problem) {
    TextBuffers.SHARED.giveBack(lent);
    return new CodecException(problem);
  }

  private static int[] values() {
    int[] values = new int[256];
    Arrays.fill(values, -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = i;
    }
    return values;
  }
}
