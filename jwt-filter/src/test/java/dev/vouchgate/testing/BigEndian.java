package dev.vouchgate.testing;

import java.math.BigInteger;

/** Numbers as cryptography writes them: unsigned, the highest byte first, of a given length. */
public final class BigEndian {

  private BigEndian() {}

  /** The number in exactly that many bytes. */
  public static byte[] of(BigInteger number, int length) {
    byte[] signed = number.toByteArray();
    byte[] bytes = new byte[length];
    int from = signed.length > length ? signed.length - length : 0;
    if (from > 1 || (from == 1 && signed[0] != 0)) {
      throw new IllegalArgumentException("the number does not fit in " + length + " bytes");
    }
    System.arraycopy(signed, from, bytes, length - (signed.length - from), signed.length - from);
    return bytes;
  }

  /** The bytes, last one first. */
  public static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  /** One after the other. */
  public static byte[] join(byte[] first, byte[] second) {
    byte[] joined = new byte[first.length + second.length];
    System.arraycopy(first, 0, joined, 0, first.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
