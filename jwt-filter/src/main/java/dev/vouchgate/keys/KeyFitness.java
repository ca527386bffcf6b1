package dev.vouchgate.keys;

import dev.vouchgate.jwe.EcCurve;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;

/** Whether a public key is fit to judge by, in whatever format it came. */
final class KeyFitness {
  private KeyFitness() {}

  static void check(PublicKey key, KeyPolicy policy) throws KeyFormatException {
    // A key for RSASSA-PSS alone (RFC 4055) is of another algorithm, and not to be used with RS256.
    if (key instanceof RSAPublicKey rsa && key.getAlgorithm().equals("RSA")) {
      RsaFitness.check(rsa.getModulus(), rsa.getPublicExponent(), policy);
    } else if (key instanceof ECPublicKey ec) {
      check(ec);
    } else if (key instanceof EdECPublicKey edwards) {
      check(edwards);
    } else {
      throw new KeyFormatException(
          "a key of type " + key.getAlgorithm() + "; expected RSA, EC, Ed25519 or Ed448");
    }
  }

  private static void check(ECPublicKey key) throws KeyFormatException {
    EcCurve curve =
        EcCurve.of(key.getParams())
            .orElseThrow(
                () ->
                    new KeyFormatException(
                        "an EC key on another curve; expected P-256, P-384 or P-521"));
    if (!curve.contains(key.getW())) {
      throw new KeyFormatException("an EC key whose point is not on " + curve);
    }
  }

  private static void check(EdECPublicKey key) throws KeyFormatException {
    EdwardsCurve curve =
        EdwardsCurve.named(key.getParams().getName())
            .orElseThrow(
                () ->
                    new KeyFormatException(
                        "an Edwards key on another curve; expected Ed25519 or Ed448"));
    if (!curve.contains(key.getPoint())) {
      throw new KeyFormatException("an Edwards key whose point is not on " + curve);
    }
    if (curve.isOfSmallOrder(key.getPoint())) {
      throw new KeyFormatException(
          "an Edwards key of small order on " + curve + ", under which anybody can sign");
    }
  }
}
