package dev.vouchgate.issue;

import dev.vouchgate.jwe.EcCurve;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.JwsSigner;
import dev.vouchgate.jws.KeyType;
import dev.vouchgate.keys.GivenKey;
import dev.vouchgate.keys.JwkThumbprint;
import dev.vouchgate.keys.PublishedJwk;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A key that tokens are signed with, and the public half that they are verified with.
 *
 * @param keyId its {@code kid}
 * @param algorithm the only algorithm it is used with
 * @param privateKey signs
 * @param publicKey is published
 */
public record SigningKey(
    String keyId, JwsAlgorithm algorithm, PrivateKey privateKey, PublicKey publicKey) {
  /** SP 800-57 part 1, table 2: as strong as P-256, to 2030 and beyond. */
  private static final int RSA_BITS = 3072;

  /**
   * Refuses a secret, which whoever verifies could sign with too.
   *
   * @throws IllegalArgumentException if the algorithm is one of HS
   */
  public SigningKey {
    requireKeyPair(algorithm);
  }

  /**
   * Makes a new key.
   *
   * @param algorithm RS, PS, ES or EdDSA
   * @return the key, named by its thumbprint (RFC 7638): RSA of 3072 bits, the algorithm's curve,
   *     or Ed25519 for EdDSA
   * @throws IllegalArgumentException if the algorithm is one of HS
   */
  public static SigningKey generate(JwsAlgorithm algorithm) {
    requireKeyPair(algorithm);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.keyType().jcaName());
      generator.initialize(parameters(algorithm));
      return of(algorithm, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform makes no keys for " + algorithm, e);
    }
  }

  /**
   * A key that there is already.
   *
   * @param algorithm RS, PS, ES or EdDSA
   * @param pair both halves, of the algorithm's type
   * @return the key, named by its thumbprint
   */
  public static SigningKey of(JwsAlgorithm algorithm, KeyPair pair) {
    return new SigningKey(
        JwkThumbprint.of(pair.getPublic()), algorithm, pair.getPrivate(), pair.getPublic());
  }

  /**
   * A key that an operator gave.
   *
   * @param given both halves
   * @return the key, by its own name, or if it has none by its thumbprint
   */
  public static SigningKey of(GivenKey given) {
    return new SigningKey(
        given.keyId().orElseGet(() -> JwkThumbprint.of(given.publicKey())),
        given.algorithm(),
        given.privateKey(),
        given.publicKey());
  }

  /**
   * As it is published (RFC 7517 §4): the public half, {@code kid}, {@code alg} and {@code use}.
   */
  public Map<String, String> published() {
    Map<String, String> members = new LinkedHashMap<>(PublishedJwk.members(publicKey));
    members.put("kid", keyId);
    members.put("alg", algorithm.toString());
    members.put("use", "sig");
    return members;
  }

  JwsSigner signer() {
    return new JwsSigner(algorithm, privateKey);
  }

  private static void requireKeyPair(JwsAlgorithm algorithm) {
    if (algorithm.keyType() == KeyType.OCT) {
      throw new IllegalArgumentException(
          algorithm + " is for a shared secret; expected RS, PS, ES or EdDSA");
    }
  }

  private static AlgorithmParameterSpec parameters(JwsAlgorithm algorithm) {
    return switch (algorithm) {
      case ES256 -> EcCurve.P_256.parameters();
      case ES384 -> EcCurve.P_384.parameters();
      case ES512 -> EcCurve.P_521.parameters();
      case EDDSA, ED25519 -> NamedParameterSpec.ED25519;
      case ED448 -> NamedParameterSpec.ED448;
      default -> new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4);
    };
  }

  /** Names the key and shows nothing of it. */
  @Override
  public String toString() {
    return "SigningKey[kid=" + keyId + ", alg=" + algorithm + "]";
  }
}
