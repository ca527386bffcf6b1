package dev.vouchgate.grant;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client secret as it is kept: the text of Jakarta Security's {@code Pbkdf2PasswordHash}, {@code
 * algorithm:iterations:salt:hash}.
 */
public final class PasswordHash {
  /** What a new hash costs: as many as OWASP asks of this algorithm for passwords. */
  static final int ITERATIONS = 600_000;

  /** Jakarta Security 3.0 takes no fewer. */
  private static final int LEAST = 1024;

  /** Seconds of work for anybody who asks. */
  private static final int MOST = 5_000_000;

  private static final int LENGTH = 32;
  private static final int LEAST_LENGTH = 16;
  private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
  private static final Pattern FORM =
      Pattern.compile(
          "(PBKDF2WithHmacSHA(?:224|256|384|512)):(\\d{4,7}):([A-Za-z0-9+/]+=*):([A-Za-z0-9+/]+=*)");

  private final String algorithm;
  private final int iterations;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(String algorithm, int iterations, byte[] salt, byte[] hash) {
    this.algorithm = algorithm;
    this.iterations = iterations;
    this.salt = salt;
    this.hash = hash;
  }

  /**
   * Reads one.
   *
   * @param text as Jakarta Security writes it
   * @return the hash; empty if it is none, or one of fewer than 1024 iterations or more than
   *     5,000,000, or with less than 16 bytes of salt or of hash
   */
  public static Optional<PasswordHash> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      int iterations = Integer.parseInt(form.group(2));
      byte[] salt = Base64.getDecoder().decode(form.group(3));
      byte[] hash = Base64.getDecoder().decode(form.group(4));
      boolean isGood =
          iterations >= LEAST
              && iterations <= MOST
              && salt.length >= LEAST_LENGTH
              && hash.length >= LEAST_LENGTH;
      return isGood
          ? Optional.of(new PasswordHash(form.group(1), iterations, salt, hash))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes one, with a salt of its own.
   *
   * @param secret not empty
   * @param iterations how often, 1024 to 5,000,000
   * @return the hash
   */
  public static PasswordHash of(String secret, int iterations) {
    byte[] salt = new byte[LENGTH];
    new SecureRandom().nextBytes(salt);
    byte[] hash = KeyDerivation.PLATFORM.derive(ALGORITHM, secret, salt, iterations, LENGTH);
    return new PasswordHash(ALGORITHM, iterations, salt, hash);
  }

  /** One that nothing is the secret of, and that costs as much as others of so many iterations. */
  static PasswordHash ofNothing(int iterations) {
    return new PasswordHash(ALGORITHM, iterations, new byte[LENGTH], new byte[LENGTH]);
  }

  /** Whether it is the hash of a secret, in a time that does not tell how much of it is right. */
  boolean isOf(String secret, KeyDerivation derivation) {
    // HMAC knows no difference between a key and the same with a NUL behind it.
    String asked = secret.isEmpty() ? "\0" : secret;
    byte[] found = derivation.derive(algorithm, asked, salt, iterations, hash.length);
    return MessageDigest.isEqual(found, hash) && asked.indexOf('\0') < 0;
  }

  int iterations() {
    return iterations;
  }

  /** As Jakarta Security writes it. */
  public String text() {
    Base64.Encoder base64 = Base64.getEncoder();
    return String.join(
        ":",
        algorithm,
        Integer.toString(iterations),
        base64.encodeToString(salt),
        base64.encodeToString(hash));
  }
}
