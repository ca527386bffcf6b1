package dev.vouchgate.jwe;

import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * How a content encryption key is wrapped, {@code alg} of JSON Web Encryption (RFC 7518 §4.3).
 *
 * <p>RSA1_5, {@code dir} and the password-based ones are not here, so nothing can switch them on.
 */
public enum JweAlgorithm {
  /** RSAES-OAEP with SHA-1 and MGF1 with SHA-1. */
  RSA_OAEP("RSA-OAEP", "SHA-1", MGF1ParameterSpec.SHA1),
  /** RSAES-OAEP with SHA-256 and MGF1 with SHA-256. */
  RSA_OAEP_256("RSA-OAEP-256", "SHA-256", MGF1ParameterSpec.SHA256);

  private final String registeredName;

  // Immutable, only not annotated so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final AlgorithmParameterSpec parameters;

  JweAlgorithm(String registeredName, String hash, MGF1ParameterSpec mask) {
    this.registeredName = registeredName;
    this.parameters = new OAEPParameterSpec(hash, "MGF1", mask, PSource.PSpecified.DEFAULT);
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

  AlgorithmParameterSpec parameters() {
    return parameters;
  }

  /** The {@code alg} value, as registered. */
  @Override
  public String toString() {
    return registeredName;
  }
}
