package dev.vouchgate.login;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down who guesses: after a few wrong passwords in a row for one name, known or not, there is
 * one try a minute for it, for its owner too. No wait is longer: whoever locks somebody out has to
 * go on guessing.
 */
final class WrongPasswords {
  /** How many may be wrong before there is a wait. */
  static final int FREE = 5;

  static final Duration WAIT = Duration.ofMinutes(1);

  /** Who comes back after so long has not been guessing. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(15);

  private static final int MOST_NAMES = 10_000;

  private final InstantSource clock;

  /** By the hash of the name, which may be long; who was wrong longest ago is first. */
  private final Map<String, Wrong> all = new LinkedHashMap<>();

  private record Wrong(int times, Instant last) {}

  WrongPasswords(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether the next try for a name is too early. */
  synchronized boolean mustWait(String name) {
    Wrong wrong = all.get(key(name));
    return wrong != null
        && wrong.times() >= FREE
        && clock.instant().isBefore(wrong.last().plus(WAIT));
  }

  synchronized void wrong(String name) {
    Instant now = clock.instant();
    String key = key(name);
    Wrong before = all.remove(key);
    int others = before != null && now.isBefore(before.last().plus(FORGOTTEN)) ? before.times() : 0;
    all.put(key, new Wrong(others + 1, now));
    if (all.size() > MOST_NAMES) {
      all.remove(all.keySet().iterator().next());
    }
  }

  synchronized void right(String name) {
    all.remove(key(name));
  }

  private static String key(String name) {
    return Base64Url.encode(Sha256.digest(name.getBytes(StandardCharsets.UTF_8)));
  }
}
