package dev.vouchgate.jws;

import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A signature algorithm of JSON Web Signature, {@code alg} (RFC 7518 §3.1, RFC 8037 §3.1, RFC 9864
 * §2.2).
 */
public enum JwsAlgorithm {
  /** RSASSA-PKCS1-v1_5 with SHA-256. */
  RS256("RS256", KeyType.RSA, "SHA256withRSA", 256),
  /** RSASSA-PKCS1-v1_5 with SHA-384. */
  RS384("RS384", KeyType.RSA, "SHA384withRSA", 384),
  /** RSASSA-PKCS1-v1_5 with SHA-512. */
  RS512("RS512", KeyType.RSA, "SHA512withRSA", 512),
  /** RSASSA-PSS with SHA-256 and a salt of 32 bytes. */
  PS256("PS256", KeyType.RSA, "RSASSA-PSS", 256, MGF1ParameterSpec.SHA256),
  /** RSASSA-PSS with SHA-384 and a salt of 48 bytes. */
  PS384("PS384", KeyType.RSA, "RSASSA-PSS", 384, MGF1ParameterSpec.SHA384),
  /** RSASSA-PSS with SHA-512 and a salt of 64 bytes. */
  PS512("PS512", KeyType.RSA, "RSASSA-PSS", 512, MGF1ParameterSpec.SHA512),
  /** ECDSA on P-256 with SHA-256. */
  ES256("ES256", KeyType.EC, "SHA256withECDSAinP1363Format", 256),
  /** ECDSA on P-384 with SHA-384. */
  ES384("ES384", KeyType.EC, "SHA384withECDSAinP1363Format", 384),
  /** ECDSA on P-521 with SHA-512. */
  ES512("ES512", KeyType.EC, "SHA512withECDSAinP1363Format", 512),
  /** Ed25519 or Ed448, as the key says. */
  EDDSA("EdDSA", KeyType.OKP, "EdDSA", 0),
  /** Ed25519 and no other curve. */
  ED25519("Ed25519", KeyType.OKP, "EdDSA", 0),
  /** Ed448 and no other curve. */
  ED448("Ed448", KeyType.OKP, "EdDSA", 0),
  /** HMAC with SHA-256. */
  HS256("HS256", KeyType.OCT, "HmacSHA256", 256),
  /** HMAC with SHA-384. */
  HS384("HS384", KeyType.OCT, "HmacSHA384", 384),
  /** HMAC with SHA-512. */
  HS512("HS512", KeyType.OCT, "HmacSHA512", 512);

  private static final Map<String, JwsAlgorithm> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(JwsAlgorithm::toString, Function.identity()));

  private final String registeredName;
  private final KeyType keyType;
  private final String jcaName;
  private final int hashBits;

  // Immutable, only not annotated so.
  @SuppressWarnings("ImmutableEnumChecker")
  private final @Nullable AlgorithmParameterSpec parameters;

  JwsAlgorithm(String registeredName, KeyType keyType, String jcaName, int hashBits) {
    this(registeredName, keyType, jcaName, hashBits, null);
  }

  JwsAlgorithm(
      String registeredName,
      KeyType keyType,
      String jcaName,
      int hashBits,
      @Nullable MGF1ParameterSpec mask) {
    this.registeredName = registeredName;
    this.keyType = keyType;
    this.jcaName = jcaName;
    this.hashBits = hashBits;
    this.parameters =
        mask == null
            ? null
            : new PSSParameterSpec(
                mask.getDigestAlgorithm(),
                "MGF1",
                mask,
                hashBits / Byte.SIZE,
                PSSParameterSpec.TRAILER_FIELD_BC);
  }

  /**
   * The algorithm of that name.
   *
   * @param name an {@code alg} value, compared exactly: {@code none} and {@code rs256} are no
   *     algorithms
   * @return the algorithm, or empty if this gate knows none of that name
   */
  public static Optional<JwsAlgorithm> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The only type of key that this algorithm may be used with. */
  public KeyType keyType() {
    return keyType;
  }

  /** The size of the hash in bits; 0 for the Edwards curves, which decide it. */
  public int hashBits() {
    return hashBits;
  }

  String jcaName() {
    return jcaName;
  }

  @Nullable AlgorithmParameterSpec parameters() {
    return parameters;
  }

  /** The {@code alg} value, as registered. */
  @Override
  public String toString() {
    return registeredName;
  }
}
