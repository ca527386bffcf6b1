package dev.vouchgate.login;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import dev.vouchgate.codec.Sha256;
import dev.vouchgate.keys.PrivateFolder;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refresh tokens that rotate (RFC 9700 §4.14.2): each is good once, and gives the next. If one
 * comes a second time, somebody has stolen it, from its owner or before its owner used it: nobody
 * can tell, so the whole login ends.
 *
 * <p>A login is one entry, and the hash of its next token's secret another. Each is created once
 * and deleted once, which all file systems do atomically: of several who bring the same token, on
 * whatever nodes, one gets the next, and whoever is late ends the login.
 *
 * <p>Used by many threads, and in a folder by many nodes.
 */
final class RefreshTokens {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");
  private static final int FAMILY_BYTES = 16;
  private static final int SECRET_BYTES = 32;

  /** When the login ends, whose it is, how often it was renewed, and the secret. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "([0-9a-z]{1,8}-[A-Za-z0-9_-]{22})\\.(0|[1-9][0-9]{0,8})\\.([A-Za-z0-9_-]{43})");

  private final InstantSource clock;
  private final LoginStore store;
  private final EndedLogins ended;
  private final SecureRandom random = new SecureRandom();

  RefreshTokens(InstantSource clock, LoginStore store, EndedLogins ended) {
    this.clock = clock;
    this.store = store;
    this.ended = ended;
  }

  private RefreshTokens(InstantSource clock, LoginStore store) {
    this(clock, store, new EndedLogins(clock, store));
  }

  /** Tokens that only this process knows, and that end with it. */
  static RefreshTokens inMemory(InstantSource clock) {
    return new RefreshTokens(clock, LoginStore.inMemory());
  }

  /** Tokens that all know who share a folder, which is for nothing else. */
  static RefreshTokens inFolder(InstantSource clock, PrivateFolder folder) {
    return new RefreshTokens(clock, LoginStore.in(folder));
  }

  /**
   * A token that was exchanged.
   *
   * @param token the next, a credential
   * @param login what it renews
   */
  record Renewed(String token, Login login) {
    /** Shows nothing of the token. */
    @Override
    public String toString() {
      return "Renewed[" + login + "]";
    }
  }

  /** The first token of a login; empty if there are too many logins. */
  Optional<String> begin(Login login) throws IOException {
    if (ended.leaveNoRoom()) {
      return Optional.empty();
    }
    String family =
        Long.toString(login.until().getEpochSecond(), Character.MAX_RADIX)
            + "-"
            + random(FAMILY_BYTES);
    store.create(LoginName.of(family), login.json());
    return create(family, 0);
  }

  /**
   * Exchanges a token for the next; empty if it is unknown, over, or was used before: then the
   * login ends.
   */
  Optional<Renewed> renew(String token) throws IOException {
    Matcher parts = TOKEN.matcher(token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String family = parts.group(1);
    int number = Integer.parseInt(parts.group(2));
    Optional<Login> login = login(family);
    if (login.isEmpty()) {
      return Optional.empty();
    }
    Optional<byte[]> expected = store.read(LoginName.of(family, number));
    if (expected.isPresent()
        && !MessageDigest.isEqual(expected.get(), Sha256.digest(ascii(parts.group(3))))) {
      return Optional.empty();
    }
    Optional<String> next = expected.isPresent() ? create(family, number + 1) : Optional.empty();
    // Whoever else has used it since it was read has deleted it by now, or was faster to create.
    if (next.isEmpty() || store.read(LoginName.of(family, number)).isEmpty()) {
      LOG.log(Level.WARNING, "A refresh token came twice: its login has ended");
      store.delete(LoginName.of(family));
      return Optional.empty();
    }
    store.delete(LoginName.of(family, number));
    return Optional.of(new Renewed(next.get(), login.get()));
  }

  /** Ends the login of a token, used or not; anything else ends nothing. */
  void end(String token) throws IOException {
    Matcher parts = TOKEN.matcher(token);
    if (parts.matches()) {
      // The name of a login is in its tokens alone: whoever says it has had one.
      store.delete(LoginName.of(parts.group(1)));
      store.delete(LoginName.of(parts.group(1), Integer.parseInt(parts.group(2))));
    }
  }

  private Optional<Login> login(String family) throws IOException {
    Optional<byte[]> known = store.read(LoginName.of(family));
    try {
      Optional<Login> login =
          known.isPresent() ? Optional.of(Login.parse(known.get())) : Optional.empty();
      return login.filter(one -> clock.instant().isBefore(one.until()));
    } catch (CodecException e) {
      throw new IOException("a login that nobody of ours has written", e);
    }
  }

  private Optional<String> create(String family, int number) throws IOException {
    String secret = random(SECRET_BYTES);
    return store.create(LoginName.of(family, number), Sha256.digest(ascii(secret)))
        ? Optional.of(family + "." + number + "." + secret)
        : Optional.empty();
  }

  private String random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Base64Url.encode(bytes);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
