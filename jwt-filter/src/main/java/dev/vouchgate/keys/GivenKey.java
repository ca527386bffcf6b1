package dev.vouchgate.keys;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.JwsSigner;
import dev.vouchgate.jws.KeyType;
import dev.vouchgate.jws.SignatureVerifier;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * A private key that an operator gave to sign with, and its public half.
 *
 * @param keyId its {@code kid}; empty if it was given without one
 * @param algorithm what it signs by
 * @param privateKey signs
 * @param publicKey verifies
 */
public record GivenKey(
    Optional<String> keyId, JwsAlgorithm algorithm, PrivateKey privateKey, PublicKey publicKey) {
  private static final byte[] SAMPLE = {'{', '}'};

  /**
   * Finds out what a key signs by, and that its halves belong together.
   *
   * @param stated the algorithm that is written at the key, if any
   * @param preferred what it is to sign by if it can and says nothing
   * @throws KeyFormatException if it is too weak, of another type, or is not one pair
   */
  static GivenKey of(
      Optional<String> keyId,
      Optional<JwsAlgorithm> stated,
      JwsAlgorithm preferred,
      PrivateKey privateKey,
      PublicKey publicKey)
      throws KeyFormatException {
    KeyFitness.check(publicKey, new KeyPolicy(false));
    VerificationKey half = VerificationKey.of(keyId, publicKey, stated);
    JwsAlgorithm algorithm =
        stated.orElseGet(() -> half.suits(preferred) ? preferred : usual(half).orElse(preferred));
    if (!half.suits(algorithm)) {
      throw new KeyFormatException("a key that cannot sign by " + algorithm);
    }
    if (!matches(algorithm, privateKey, publicKey)) {
      throw new KeyFormatException("a private key and a public one that are no pair");
    }
    return new GivenKey(keyId, algorithm, privateKey, publicKey);
  }

  static boolean matches(JwsAlgorithm algorithm, PrivateKey privateKey, PublicKey publicKey) {
    try {
      String compact = new JwsSigner(algorithm, privateKey).sign(SAMPLE, SAMPLE);
      int end = compact.lastIndexOf('.');
      byte[] input = compact.substring(0, end).getBytes(StandardCharsets.US_ASCII);
      byte[] signature = Base64Url.decode(compact.substring(end + 1));
      return new SignatureVerifier().verify(algorithm, publicKey, input, input.length, signature);
    } catch (IllegalStateException | CodecException e) {
      return false;
    }
  }

  static Optional<JwsAlgorithm> usual(VerificationKey half) {
    return Arrays.stream(JwsAlgorithm.values())
        .filter(algorithm -> algorithm.keyType() != KeyType.OCT && half.suits(algorithm))
        .findFirst();
  }

  /** Shows nothing of the key. */
  @Override
  public String toString() {
    return "GivenKey[kid=" + keyId.orElse("none") + ", alg=" + algorithm + "]";
  }
}
