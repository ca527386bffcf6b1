package dev.vouchgate.login;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What entries of logins are called: by when the login ends, so that what is over can be told
 * without reading it, and by a hash, so that whoever sees the names has no part of a token.
 */
final class LoginName {
  static final String PREFIX = "login-";

  /** Seconds since the epoch, to the base 36; then a hash, and perhaps the number of a token. */
  private static final Pattern NAME =
      Pattern.compile(PREFIX + "([0-9a-z]{1,8})-[A-Za-z0-9_-]{43}(\\.[0-9]{1,10})?");

  private LoginName() {}

  /** That of a login. */
  static String of(String family) {
    String hash = Base64Url.encode(Sha256.digest(family.getBytes(StandardCharsets.US_ASCII)));
    return PREFIX + family.substring(0, family.indexOf('-')) + "-" + hash;
  }

  /** That of one of its tokens. */
  static String of(String family, int number) {
    return of(family) + "." + number;
  }

  /** Whether what is called so is over, or none of ours. */
  static boolean isOver(String name, Instant now) {
    Matcher parts = NAME.matcher(name);
    return !parts.matches()
        || Long.parseLong(parts.group(1), Character.MAX_RADIX) <= now.getEpochSecond();
  }
}
