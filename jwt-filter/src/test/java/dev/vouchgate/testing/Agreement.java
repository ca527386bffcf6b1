package dev.vouchgate.testing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import javax.crypto.KeyAgreement;
import org.jose4j.jwe.kdf.KdfUtil;
import org.jspecify.annotations.Nullable;

/**
 * The sender's side of a key agreement (RFC 7518 §4.6). The key is derived by jose4j, so that a
 * fault of our own cannot be on both sides.
 */
final class Agreement {
  private Agreement() {}

  /** A key on the recipient's curve. */
  static TestKey ephemeralFor(PublicKey recipient) {
    if (!(recipient instanceof ECPublicKey ec)) {
      return TestKeys.x25519("ephemeral");
    }
    return switch (ec.getParams().getCurve().getField().getFieldSize()) {
      case 256 -> TestKeys.p256("ephemeral");
      case 384 -> TestKeys.p384("ephemeral");
      default -> TestKeys.p521("ephemeral");
    };
  }

  /** What both come to, as long as what it is for; apu and apv count if they are text. */
  static byte[] key(
      PrivateKey ephemeral,
      PublicKey recipient,
      String algorithmId,
      @Nullable Object apu,
      @Nullable Object apv)
      throws GeneralSecurityException {
    KeyAgreement agreement =
        KeyAgreement.getInstance(recipient instanceof ECPublicKey ? "ECDH" : "X25519");
    agreement.init(ephemeral);
    agreement.doPhase(recipient, true);
    return new KdfUtil()
        .kdf(
            agreement.generateSecret(),
            algorithmId.contains("128") ? 128 : 256,
            algorithmId,
            apu instanceof String text ? text : "",
            apv instanceof String text ? text : "");
  }
}
