package dev.vouchgate.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vouchgate.testing.TestKeys;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;

/** Private keys to agree with, the same in every run and everybody's to know. */
final class AgreementKeys {
  static final PrivateKey P256 = p256();
  static final PrivateKey X25519 = x25519();

  private AgreementKeys() {}

  private static PrivateKey p256() {
    ECParameterSpec curve = ((ECPublicKey) TestKeys.p256("any").verification()).getParams();
    BigInteger secret = new BigInteger(1, hash("P-256")).mod(curve.getOrder());
    try {
      return KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(secret, curve));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrivateKey x25519() {
    try {
      return KeyFactory.getInstance("X25519")
          .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, hash("X25519")));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hash(String name) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(name.getBytes(US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
