package dev.vouchgate.binding;

import dev.vouchgate.codec.Base64Url;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nonces for proofs (RFC 9449 §9), made of the time and a secret: nothing is kept, and whoever
 * shares the secret knows the same ones.
 *
 * <p>Each is new for two minutes and good for two more.
 */
public final class DpopNonces {
  private static final long STEP = Duration.ofMinutes(2).toSeconds();
  private static final int LENGTH = 16;
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec secret;

  /**
   * Creates nonces.
   *
   * @param secret at least 32 bytes
   */
  public DpopNonces(byte[] secret) {
    this.secret = new SecretKeySpec(secret, HMAC);
  }

  /** The nonce that is new at that time. */
  String at(Instant now) {
    return of(now.getEpochSecond() / STEP);
  }

  /** Whether a proof may carry that one at that time. */
  boolean isFresh(String nonce, Instant now) {
    long step = now.getEpochSecond() / STEP;
    return TokenBinding.same(nonce, of(step)) || TokenBinding.same(nonce, of(step - 1));
  }

  private String of(long step) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(secret);
      byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      return Base64Url.encode(Arrays.copyOf(hash, LENGTH));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + HMAC, e);
    }
  }
}
