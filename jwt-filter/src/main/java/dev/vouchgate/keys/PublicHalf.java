package dev.vouchgate.keys;

import dev.vouchgate.jwe.EcCurve;
import dev.vouchgate.jws.JwsAlgorithm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/** Works out the public key that belongs to a private one, which PKCS#8 does not carry. */
final class PublicHalf {
  private PublicHalf() {}

  static PublicKey of(PrivateKey key) throws KeyFormatException {
    try {
      if (key instanceof RSAPrivateCrtKey rsa) {
        return KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
      }
      if (key instanceof ECPrivateKey ec) {
        return elliptic(ec);
      }
      if (key instanceof EdECPrivateKey edwards && edwards.getBytes().isPresent()) {
        return edwards(edwards, edwards.getBytes().get());
      }
    } catch (GeneralSecurityException e) {
      // Not as the cause: what the platform says may quote the key.
      throw new KeyFormatException("found a private key whose public one cannot be worked out");
    }
    throw new KeyFormatException(
        "found a private key without what its public one could be worked out from");
  }

  /** The generator times the key: its x by key agreement, its y by the curve's equation. */
  private static PublicKey elliptic(ECPrivateKey key)
      throws GeneralSecurityException, KeyFormatException {
    ECParameterSpec parameters =
        EcCurve.of(key.getParams())
            .orElseThrow(
                () ->
                    new KeyFormatException(
                        "an EC key on another curve; expected P-256, P-384 or P-521"))
            .parameters();
    KeyFactory factory = KeyFactory.getInstance("EC");
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(key);
    agreement.doPhase(
        factory.generatePublic(new ECPublicKeySpec(parameters.getGenerator(), parameters)), true);
    BigInteger x = new BigInteger(1, agreement.generateSecret());
    EllipticCurve curve = parameters.getCurve();
    BigInteger p = ((ECFieldFp) curve.getField()).getP();
    // All three primes are 3 modulo 4.
    BigInteger y =
        x.pow(3)
            .add(curve.getA().multiply(x))
            .add(curve.getB())
            .modPow(p.add(BigInteger.ONE).shiftRight(2), p);
    for (BigInteger root : List.of(y, p.subtract(y))) {
      PublicKey half =
          factory.generatePublic(new ECPublicKeySpec(new ECPoint(x, root), parameters));
      VerificationKey candidate = VerificationKey.of(Optional.empty(), half, Optional.empty());
      JwsAlgorithm algorithm = GivenKey.usual(candidate).orElseThrow();
      if (GivenKey.matches(algorithm, key, half)) {
        return half;
      }
    }
    throw new KeyFormatException("found an EC private key that is none");
  }

  /** A generator makes of the same random bytes the same pair (RFC 8032 §5.1.5, §5.2.5). */
  private static PublicKey edwards(EdECPrivateKey key, byte[] seed)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EdDSA");
    generator.initialize(key.getParams(), new Seed(seed));
    return generator.generateKeyPair().getPublic();
  }

  /** No randomness at all, but bytes that are known. */
  private static final class Seed extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] bytes;

    Seed(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] target) {
      System.arraycopy(bytes, 0, target, 0, target.length);
    }
  }
}
