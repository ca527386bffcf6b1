package dev.vouchgate.jwe;

import java.security.Key;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.interfaces.XECPrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;

/**
 * How a content encryption key comes to the recipient, {@code alg} of JSON Web Encryption (RFC 7518
 * §4.3, §4.6; RFC 8037 §3.2).
 *
 * <p>RSA1_5, {@code dir} and the password-based ones are not here, so nothing can switch them on.
 */
public enum JweAlgorithm {
  /** RSAES-OAEP with SHA-1 and MGF1 with SHA-1. */
  RSA_OAEP("RSA-OAEP", MGF1ParameterSpec.SHA1),
  /** RSAES-OAEP with SHA-256 and MGF1 with SHA-256. */
  RSA_OAEP_256("RSA-OAEP-256", MGF1ParameterSpec.SHA256),
  /** Elliptic curve Diffie-Hellman, by which both sides come to the same content key. */
  ECDH_ES("ECDH-ES", 0),
  /** The same for a key of 128 bits, with which AES key wrap then wraps the content key. */
  ECDH_ES_A128KW("ECDH-ES+A128KW", 16),
  /** The same for a key of 256 bits. */
  ECDH_ES_A256KW("ECDH-ES+A256KW", 32);

  private final String registeredName;

  // Immutable, only not annotated so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final @Nullable AlgorithmParameterSpec parameters;

  private final int wrappingKeyLength;

  JweAlgorithm(String registeredName, MGF1ParameterSpec mask) {
    this.registeredName = registeredName;
    this.parameters =
        new OAEPParameterSpec(mask.getDigestAlgorithm(), "MGF1", mask, PSource.PSpecified.DEFAULT);
    this.wrappingKeyLength = 0;
  }

  JweAlgorithm(String registeredName, int wrappingKeyLength) {
    this.registeredName = registeredName;
    this.parameters = null;
    this.wrappingKeyLength = wrappingKeyLength;
  }

  /**
   * The algorithm of that name.
   *
   * @param name an {@code alg} value, compared exactly
   * @return the algorithm, or empty if this gate knows none of that name
   */
  public static Optional<JweAlgorithm> named(String name) {
    return Arrays.stream(values()).filter(alg -> alg.registeredName.equals(name)).findFirst();
  }

  /**
   * Whether it may be used with that key.
   *
   * @param key a private key
   * @return true for an RSA key if it encrypts, for one of an elliptic curve if it agrees on keys
   */
  public boolean suits(Key key) {
    return isAgreement()
        ? key instanceof ECPrivateKey || key instanceof XECPrivateKey
        : key instanceof RSAPrivateKey;
  }

  /** Whether a token can be encrypted for the owner of that public key. */
  public boolean encryptsFor(PublicKey key) {
    return isAgreement()
        ? key instanceof ECPublicKey ec && EcCurve.of(ec.getParams()).isPresent()
        : key instanceof RSAPublicKey;
  }

  /** Whether it is a key agreement; MicroProfile JWT knows none. */
  public boolean isAgreement() {
    return parameters == null;
  }

  /** Of OAEP; null for a key agreement. */
  @Nullable AlgorithmParameterSpec parameters() {
    return parameters;
  }

  /** Bytes of the agreed key that wraps the content key; 0 if nothing is wrapped so. */
  int wrappingKeyLength() {
    return wrappingKeyLength;
  }

  /** The {@code alg} value, as registered. */
  @Override
  public String toString() {
    return registeredName;
  }
}
