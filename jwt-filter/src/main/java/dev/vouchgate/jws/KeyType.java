package dev.vouchgate.jws;

import java.util.Arrays;
import java.util.Optional;

/** The kind of a key, {@code kty} (RFC 7517 §4.1, RFC 7518 §6.1, RFC 8037 §2). */
public enum KeyType {
  /** RSA. */
  RSA("RSA", "RSA"),
  /** Elliptic curve, Weierstrass form. */
  EC("EC", "EC"),
  /** Octet key pair: the Edwards curves. */
  OKP("OKP", "EdDSA"),
  /** Octet sequence: a shared secret. */
  OCT("oct", "RAW");

  private final String registeredName;
  private final String jcaName;

  KeyType(String registeredName, String jcaName) {
    this.registeredName = registeredName;
    this.jcaName = jcaName;
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

  /**
   * What the Java platform calls it: the name of its key factory and of its generator of key pairs,
   * neither of which there is for a shared secret.
   */
  public String jcaName() {
    return jcaName;
  }

  /** The {@code kty} value, as registered. */
  @Override
  public String toString() {
    return registeredName;
  }
}
