package dev.vouchgate.testing;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import javax.crypto.Mac;

/** Makes a JWS signature over a signing input (RFC 7518 §3). */
@FunctionalInterface
public interface Signer {

  /** Signs. */
  byte[] sign(byte[] signingInput) throws GeneralSecurityException;

  /** The signer of that {@code alg}, on the JDK's primitives. */
  static Signer of(String alg, Key key) {
    String bits = alg.substring(2);
    return switch (alg.substring(0, 2)) {
      case "RS" -> jca("SHA" + bits + "withRSA", key);
      case "PS" -> pss(bits, key, Integer.parseInt(bits) / Byte.SIZE);
      case "ES" -> jca("SHA" + bits + "withECDSAinP1363Format", key);
      case "Ed" -> jca("EdDSA", key);
      case "HS" -> hmac("HmacSHA" + bits, key);
      default -> throw new IllegalArgumentException("no signer for alg " + alg);
    };
  }

  /** A signer by its JCA name, such as {@code SHA1withRSA}. */
  static Signer jca(String name, Key key) {
    return input -> signed(Signature.getInstance(name), key, input);
  }

  /** RSASSA-PSS with a salt of that many bytes; JWS allows only as many as the hash has. */
  static Signer pss(String bits, Key key, int saltLength) {
    return input -> {
      String hash = "SHA-" + bits;
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(
          new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), saltLength, 1));
      return signed(signature, key, input);
    };
  }

  /** An HMAC by its JCA name. */
  static Signer hmac(String name, Key key) {
    return input -> {
      Mac mac = Mac.getInstance(name);
      mac.init(key);
      return mac.doFinal(input);
    };
  }

  private static byte[] signed(Signature signature, Key key, byte[] input)
      throws GeneralSecurityException {
    signature.initSign((PrivateKey) key);
    signature.update(input);
    return signature.sign();
  }
}
