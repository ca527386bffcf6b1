package dev.vouchgate.jws;

import java.math.BigInteger;
import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import javax.crypto.SecretKey;

/**
 * The form a signature must have before any primitive sees it: exact length, numbers in range.
 *
 * <p>Primitives have accepted r = s = 0 (CVE-2022-21449), padded halves and values beyond the
 * modulus. Each would also give one token many spellings.
 */
final class SignatureForm {
  private static final int ED25519_LENGTH = 64;
  private static final int ED448_LENGTH = 114;
  private static final BigInteger ED25519_ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
  private static final BigInteger ED448_ORDER =
      BigInteger.TWO
          .pow(446)
          .subtract(
              new BigInteger(
                  "13818066809895115352007386748515426880336692474882178609894547503885"));

  // SP 800-186 section 3.2.1: n, the order of the base point.
  private static final BigInteger P256_ORDER =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
  private static final BigInteger P384_ORDER =
      new BigInteger(
          "ffffffffffffffffffffffffffffffffffffffffffffffff"
              + "c7634d81f4372ddf581a0db248b0a77aecec196accc52973",
          16);
  private static final BigInteger P521_ORDER =
      new BigInteger(
          "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
              + "fa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409",
          16);

  private SignatureForm() {}

  static boolean fits(JwsAlgorithm algorithm, Key key, byte[] signature) {
    return switch (algorithm.keyType()) {
      case RSA -> key instanceof RSAPublicKey rsa && fitsRsa(rsa, signature);
      case EC -> key instanceof ECPublicKey ec && fitsEc(algorithm, ec, signature);
      case OKP -> key instanceof EdECPublicKey ed && fitsEdwards(algorithm, ed, signature);
      case OCT -> key instanceof SecretKey && signature.length * Byte.SIZE == algorithm.hashBits();
    };
  }

  /** RFC 8017 §8.1.2 and §8.2.2: as long as the modulus, and a number below it. */
  private static boolean fitsRsa(RSAPublicKey key, byte[] signature) {
    BigInteger modulus = key.getModulus();
    int length = (modulus.bitLength() + 7) / Byte.SIZE;
    if (signature.length != length) {
      return false;
    }
    // Nearly always the first octet tells already, and no other number need be made.
    int first = modulus.shiftRight((length - 1) * Byte.SIZE).intValue();
    return (signature[0] & 0xff) < first || new BigInteger(1, signature).compareTo(modulus) < 0;
  }

  /** RFC 7518 §3.4: a key on the algorithm's curve, two halves of its size, each in 1..n-1. */
  private static boolean fitsEc(JwsAlgorithm algorithm, ECPublicKey key, byte[] signature) {
    BigInteger order = key.getParams().getOrder();
    int half = (order.bitLength() + 7) / Byte.SIZE;
    return order.equals(curveOrder(algorithm))
        && signature.length == 2 * half
        && isInRange(new BigInteger(1, signature, 0, half), order)
        && isInRange(new BigInteger(1, signature, half, half), order);
  }

  /** RFC 8032 §5.1.7 and §5.2.7: S, little-endian, is below the order of the base point. */
  private static boolean fitsEdwards(JwsAlgorithm algorithm, EdECPublicKey key, byte[] signature) {
    String curve = key.getParams().getName();
    boolean ed25519 = "Ed25519".equals(curve);
    if ((algorithm != JwsAlgorithm.EDDSA && !algorithm.toString().equals(curve))
        || signature.length != (ed25519 ? ED25519_LENGTH : ED448_LENGTH)) {
      return false;
    }
    byte[] s = Arrays.copyOfRange(signature, signature.length / 2, signature.length);
    for (int i = 0, j = s.length - 1; i < j; i++, j--) {
      byte swapped = s[i];
      s[i] = s[j];
      s[j] = swapped;
    }
    return new BigInteger(1, s).compareTo(ed25519 ? ED25519_ORDER : ED448_ORDER) < 0;
  }

  private static boolean isInRange(BigInteger number, BigInteger order) {
    return number.signum() > 0 && number.compareTo(order) < 0;
  }

  /** Each ECDSA algorithm belongs to one curve; secp256k1 is as large as P-256 and another. */
  private static BigInteger curveOrder(JwsAlgorithm algorithm) {
    return switch (algorithm) {
      case ES256 -> P256_ORDER;
      case ES384 -> P384_ORDER;
      default -> P521_ORDER;
    };
  }
}
