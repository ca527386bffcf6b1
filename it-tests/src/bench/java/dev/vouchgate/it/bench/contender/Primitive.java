package dev.vouchgate.it.bench.contender;

import dev.vouchgate.it.bench.token.Algorithm;
import dev.vouchgate.it.bench.token.Trust;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;

/**
 * The floor: the JDK's primitive alone, over tokens that were taken apart when they were first
 * seen. Asks about nothing but the signature.
 */
final class Primitive implements Verification {
  private static final int SHA_256_BYTES = 32;

  private final Algorithm algorithm;
  private final Key key;
  private final Map<String, Parts> known = new ConcurrentHashMap<>();

  Primitive(Trust trust) {
    this.algorithm = trust.algorithm();
    this.key = trust.verificationKey();
  }

  @Override
  public String verify(String compact) throws GeneralSecurityException {
    Parts parts = known.get(compact);
    if (parts == null) {
      parts = known.computeIfAbsent(compact, Parts::of);
    }
    if (!(algorithm.isSecret() ? isAuthentic(parts) : isSigned(parts))) {
      throw new SignatureException("The signature does not hold.");
    }
    return "";
  }

  private boolean isAuthentic(Parts parts) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(key);
    return MessageDigest.isEqual(mac.doFinal(parts.signingInput()), parts.signature());
  }

  private boolean isSigned(Parts parts) throws GeneralSecurityException {
    Signature signature = signature(algorithm);
    signature.initVerify((PublicKey) key);
    signature.update(parts.signingInput());
    return signature.verify(parts.signature());
  }

  /** The JDK's own, not initialized yet. */
  static Signature signature(Algorithm algorithm) throws GeneralSecurityException {
    Signature signature =
        Signature.getInstance(
            switch (algorithm) {
              case RS256 -> "SHA256withRSA";
              case PS256 -> "RSASSA-PSS";
              case ES256 -> "SHA256withECDSAinP1363Format";
              case EDDSA -> "Ed25519";
              case HS256 -> throw new IllegalStateException("a MAC is no signature");
            });
    if (algorithm == Algorithm.PS256) {
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SHA_256_BYTES, 1));
    }
    return signature;
  }

  /**
   * A token taken apart.
   *
   * @param signingInput what is signed
   * @param signature the signature
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Parts(byte[] signingInput, byte[] signature) {

    static Parts of(String compact) {
      int dot = compact.lastIndexOf('.');
      return new Parts(
          compact.substring(0, dot).getBytes(StandardCharsets.US_ASCII),
          Base64.getUrlDecoder().decode(compact.substring(dot + 1)));
    }
  }
}
