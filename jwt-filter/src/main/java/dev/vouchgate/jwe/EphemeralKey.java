package dev.vouchgate.jwe;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Map;

/** The key that a sender made for one token, {@code epk} (RFC 7518 §4.6.1.1). */
final class EphemeralKey {
  private static final int X25519_LENGTH = 32;

  private final Map<?, ?> members;

  private EphemeralKey(Map<?, ?> members) {
    this.members = members;
  }

  /**
   * Reads it, as a point of the recipient's own curve and no other: the answer to a point elsewhere
   * would give the recipient's key away piece by piece (CVE-2017-16007).
   *
   * @param header of the token
   * @param own the recipient's key, on one of the curves of {@link EcCurve} or X25519
   */
  static PublicKey of(Map<String, ?> header, PrivateKey own)
      throws GeneralSecurityException, CodecException {
    if (!(header.get("epk") instanceof Map<?, ?> members) || members.containsKey("d")) {
      throw new InvalidKeyException("epk is no public key");
    }
    EphemeralKey epk = new EphemeralKey(members);
    return own instanceof ECPrivateKey ec ? epk.on(ec) : epk.onX25519();
  }

  private PublicKey on(ECPrivateKey own) throws GeneralSecurityException, CodecException {
    EcCurve curve =
        EcCurve.of(own.getParams()).orElseThrow(() -> new InvalidKeyException("another curve"));
    require("kty", "EC");
    require("crv", curve.toString());
    ECPoint point =
        new ECPoint(
            new BigInteger(1, bytes("x", curve.coordinateLength())),
            new BigInteger(1, bytes("y", curve.coordinateLength())));
    if (!curve.contains(point)) {
      throw new InvalidKeyException("epk is not on the curve");
    }
    return KeyFactory.getInstance("EC")
        .generatePublic(new ECPublicKeySpec(point, curve.parameters()));
  }

  /** RFC 8037 §2; RFC 7748 §5: little-endian, the highest bit ignored. */
  private PublicKey onX25519() throws GeneralSecurityException, CodecException {
    require("kty", "OKP");
    require("crv", "X25519");
    byte[] x = bytes("x", X25519_LENGTH);
    byte[] bigEndian = new byte[X25519_LENGTH];
    for (int i = 0; i < X25519_LENGTH; i++) {
      bigEndian[i] = x[X25519_LENGTH - 1 - i];
    }
    bigEndian[0] &= 0x7f;
    return KeyFactory.getInstance("X25519")
        .generatePublic(
            new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, bigEndian)));
  }

  private void require(String name, String value) throws InvalidKeyException {
    if (!value.equals(members.get(name))) {
      throw new InvalidKeyException("epk is of another kind than the recipient's key");
    }
  }

  private byte[] bytes(String name, int length) throws InvalidKeyException, CodecException {
    if (!(members.get(name) instanceof String text)) {
      throw new InvalidKeyException("epk lacks a coordinate");
    }
    byte[] bytes = Base64Url.decode(text);
    if (bytes.length != length) {
      throw new InvalidKeyException("epk has a coordinate of another size");
    }
    return bytes;
  }
}
