package dev.vouchgate.codec;

/**
 * A text in UTF-8, or what may be one: octets that nobody has read yet. To be closed, for what it
 * is held in is lent. Used by one thread.
 */
public final class DecodedText implements AutoCloseable {
  private static final char[] CLOSED = {};

  private char[] chars;
  private final int octets;
  private final boolean isAscii;
  private int length = -1;

  /**
   * Creates a text.
   *
   * @param chars a lent array, each of its first characters an octet, and longer than these
   * @param octets how many
   * @param isAscii whether all of them are below 128
   */
  DecodedText(char[] chars, int octets, boolean isAscii) {
    this.chars = chars;
    this.octets = octets;
    this.isAscii = isAscii;
  }

  /**
   * A text that came otherwise.
   *
   * @param bytes its octets
   * @return the text
   */
  public static DecodedText of(byte[] bytes) {
    char[] chars = TextBuffers.SHARED.take(bytes.length + 1);
    int all = 0;
    // Without a branch, so that the processor takes many at a time.
    for (int i = 0; i < bytes.length; i++) {
      chars[i] = (char) (bytes[i] & 0xff);
      all |= bytes[i];
    }
    return new DecodedText(chars, bytes.length, all >= 0);
  }

  /**
   * How many octets of a text that has not been read are one of some.
   *
   * @param some characters of ASCII
   * @return the number, 0 to the length of the text
   */
  public int count(String some) {
    int count = 0;
    for (int i = 0; i < octets; i++) {
      if (some.indexOf(chars[i]) >= 0) {
        count++;
      }
    }
    return count;
  }

  /** A copy of the octets of a text that has not been read. */
  byte[] bytes() {
    byte[] bytes = new byte[octets];
    for (int i = 0; i < octets; i++) {
      bytes[i] = (byte) chars[i];
    }
    return bytes;
  }

  /** The characters; after {@link #length} of them they may be anything. */
  char[] chars() {
    return chars;
  }

  /** Whether all octets are below 128. */
  boolean isAscii() {
    return isAscii;
  }

  /**
   * How many characters it has, with a blank after them.
   *
   * @throws CodecException if the octets are not UTF-8
   */
  int length() throws CodecException {
    if (length < 0) {
      length = isAscii ? octets : StrictUtf8.decode(bytes(), chars);
      // Where a number is the last that a parser sees, it copies all digits to look for more.
      chars[length++] = ' ';
    }
    return length;
  }

  /** Gives back what was lent; afterwards there is nothing to read. */
  @Override
  public void close() {
    char[] lent = chars;
    chars = CLOSED;
    TextBuffers.SHARED.giveBack(lent);
  }
}
