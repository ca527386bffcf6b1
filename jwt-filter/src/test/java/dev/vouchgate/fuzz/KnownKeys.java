package dev.vouchgate.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The one secret that fuzzed tokens are signed with: cheap, so that millions can be. */
final class KnownKeys {
  static final SecretKey SECRET =
      new SecretKeySpec("a secret for fuzzed tokens alone".getBytes(US_ASCII), "HmacSHA256");

  private KnownKeys() {}

  static byte[] hmac(byte[] signed) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(SECRET);
    return mac.doFinal(signed);
  }
}
