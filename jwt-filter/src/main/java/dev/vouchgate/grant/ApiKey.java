package dev.vouchgate.grant;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import dev.vouchgate.codec.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * A client's key for the header {@code X-API-Key}: the client's name, a dot, and 32 random bytes or
 * more in base64url.
 *
 * @param client the client's name
 * @param secret what follows the last dot
 */
public record ApiKey(String client, String secret) {
  private static final int LENGTH = 32;

  /** Reads one; empty if it is too short to have been made by {@link #random}. */
  static Optional<ApiKey> parse(String text) {
    int dot = text.lastIndexOf('.');
    try {
      return dot > 0 && Base64Url.decode(text.substring(dot + 1)).length >= LENGTH
          ? Optional.of(new ApiKey(text.substring(0, dot), text.substring(dot + 1)))
          : Optional.empty();
    } catch (CodecException e) {
      return Optional.empty();
    }
  }

  /** A new one. */
  static ApiKey random(String client) {
    byte[] secret = new byte[LENGTH];
    new SecureRandom().nextBytes(secret);
    return new ApiKey(client, Base64Url.encode(secret));
  }

  /** As it is kept. */
  Hash hash() {
    return new Hash(Base64Url.encode(Sha256.digest(text().getBytes(StandardCharsets.UTF_8))));
  }

  /** As it is sent. */
  String text() {
    return client + "." + secret;
  }

  @Override
  public String toString() {
    return "ApiKey of " + client;
  }

  /**
   * A key as it is kept: {@code SHA-256:} and the digest of the whole key in base64url. A digest
   * that is made fast will do, for 32 random bytes cannot be guessed at any speed.
   *
   * @param digest in base64url
   */
  public record Hash(String digest) {
    private static final String PREFIX = "SHA-256:";

    /** Nothing's. */
    static final Hash OF_NOTHING = new Hash("");

    /**
     * Reads one.
     *
     * @param text as {@link #text} has it
     * @return the hash; empty if it is none
     */
    public static Optional<Hash> parse(String text) {
      try {
        return text.startsWith(PREFIX)
                && Base64Url.decode(text.substring(PREFIX.length())).length == Sha256.LENGTH
            ? Optional.of(new Hash(text.substring(PREFIX.length())))
            : Optional.empty();
      } catch (CodecException e) {
        return Optional.empty();
      }
    }

    /** Whether it is that key's, in a time that does not tell how much of it is right. */
    boolean isOf(ApiKey key) {
      return MessageDigest.isEqual(
          key.hash().digest.getBytes(StandardCharsets.US_ASCII),
          digest.getBytes(StandardCharsets.US_ASCII));
    }

    String text() {
      return PREFIX + digest;
    }
  }
}
