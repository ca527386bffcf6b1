package dev.vouchgate.jws;

import java.util.Arrays;
import java.util.Optional;

/** The kind of a key, {@code kty} (RFC 7517 §4.1, RFC 7518 §6.1, RFC 8037 §2). */
public enum KeyType {
  /** RSA. */
  RSA("RSA"),
  /** Elliptic curve, Weierstrass form. */
  EC("EC"),
  /** Octet key pair: the Edwards curves. */
  OKP("OKP"),
  /** Octet sequence: a shared secret. */
  OCT("oct");

  private final String registeredName;

  KeyType(String registeredName) {
    this.registeredName = registeredName;
  }

  /**
   * The key type of that name.
   *
   * @param name a {@code kty} value, compared exactly
   * @return the type, or empty if this gate knows none of that name
   */
  public static Optional<KeyType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.registeredName.equals(name)).findFirst();
  }

  /** The {@code kty} value, as registered. */
  @Override
  public String toString() {
    return registeredName;
  }
}
