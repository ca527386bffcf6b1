package dev.vouchgate.jws;

import dev.vouchgate.codec.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;

/**
 * Signs, as {@link SignatureVerifier} verifies (RFC 7515 §5.1). Immutable.
 *
 * @param algorithm any but HS, whose key every verifier would have
 * @param key a private key of the algorithm's type
 */
public record JwsSigner(JwsAlgorithm algorithm, PrivateKey key) {
  /**
   * Signs a payload.
   *
   * @param header a JOSE header in UTF-8
   * @param payload any bytes
   * @return the token in compact serialization (RFC 7515 §7.1)
   * @throws IllegalStateException if the key cannot sign by the algorithm
   */
  public String sign(byte[] header, byte[] payload) {
    String input = Base64Url.encode(header) + "." + Base64Url.encode(payload);
    return input + "." + Base64Url.encode(signature(input.getBytes(StandardCharsets.US_ASCII)));
  }

  private byte[] signature(byte[] input) {
    try {
      Signature signature = Signature.getInstance(algorithm.jcaName());
      AlgorithmParameterSpec parameters = algorithm.parameters();
      if (parameters != null) {
        signature.setParameter(parameters);
      }
      signature.initSign(key);
      signature.update(input);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      // Not as the cause: what the platform says may quote the key.
      throw new IllegalStateException("The key cannot sign by " + algorithm);
    }
  }

  /** Shows nothing of the key. */
  @Override
  public String toString() {
    return "JwsSigner[" + algorithm + "]";
  }
}
