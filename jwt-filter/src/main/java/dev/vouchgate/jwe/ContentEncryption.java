package dev.vouchgate.jwe;

import java.util.Arrays;
import java.util.Optional;

/** How the content is encrypted, {@code enc} of JSON Web Encryption (RFC 7518 §5.3). */
public enum ContentEncryption {
  /** AES GCM with a 128-bit key. */
  A128GCM(128),
  /** AES GCM with a 256-bit key. */
  A256GCM(256);

  private final int keyBits;

  ContentEncryption(int keyBits) {
    this.keyBits = keyBits;
  }

  /**
   * The encryption of that name.
   *
   * @param name an {@code enc} value, compared exactly
   * @return the encryption, or empty if this gate knows none of that name
   */
  public static Optional<ContentEncryption> named(String name) {
    return Arrays.stream(values()).filter(enc -> enc.name().equals(name)).findFirst();
  }

  /** The size of the content encryption key in bytes. */
  public int keyLength() {
    return keyBits / Byte.SIZE;
  }
}
