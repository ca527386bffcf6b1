package dev.vouchgate.keys;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.jwe.EcCurve;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A public key as a JSON Web Key (RFC 7518 §6, RFC 8037 §2). */
public final class PublishedJwk {
  private PublishedJwk() {}

  /**
   * The members that are required of its type, and no others.
   *
   * @param key a key of RSA, of a curve of {@link EcCurve}, Ed25519 or Ed448
   * @return them, in the order in which a thumbprint has them (RFC 7638 §3.2); unmodifiable
   * @throws IllegalArgumentException if it is of another type
   */
  public static Map<String, String> members(PublicKey key) {
    Map<String, String> members = new TreeMap<>();
    if (key instanceof RSAPublicKey rsa) {
      members.put("kty", "RSA");
      members.put("n", number(rsa.getModulus()));
      members.put("e", number(rsa.getPublicExponent()));
    } else if (key instanceof ECPublicKey ec && EcCurve.of(ec.getParams()).isPresent()) {
      EcCurve curve = EcCurve.of(ec.getParams()).get();
      members.put("kty", "EC");
      members.put("crv", curve.toString());
      members.put("x", coordinate(ec.getW().getAffineX(), curve));
      members.put("y", coordinate(ec.getW().getAffineY(), curve));
    } else if (key instanceof EdECPublicKey edwards
        && EdwardsCurve.named(edwards.getParams().getName()).isPresent()) {
      EdwardsCurve curve = EdwardsCurve.named(edwards.getParams().getName()).get();
      members.put("kty", "OKP");
      members.put("crv", curve.toString());
      members.put("x", Base64Url.encode(curve.encode(edwards.getPoint())));
    } else {
      throw new IllegalArgumentException(
          "no signature algorithm uses keys of " + key.getAlgorithm());
    }
    return Collections.unmodifiableMap(members);
  }

  private static String coordinate(BigInteger number, EcCurve curve) {
    byte[] bytes = new byte[curve.coordinateLength()];
    byte[] shortest = unsigned(number);
    System.arraycopy(shortest, 0, bytes, bytes.length - shortest.length, shortest.length);
    return Base64Url.encode(bytes);
  }

  private static String number(BigInteger number) {
    return Base64Url.encode(unsigned(number));
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes.length > 1 && bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }
}
