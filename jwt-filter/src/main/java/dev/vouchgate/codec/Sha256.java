package dev.vouchgate.codec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4), which every Java platform has. */
public final class Sha256 {
  /** Bytes of a digest. */
  public static final int LENGTH = 32;

  private Sha256() {}

  /**
   * The digest of some bytes.
   *
   * @param bytes any bytes
   * @return 32 bytes
   */
  public static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
