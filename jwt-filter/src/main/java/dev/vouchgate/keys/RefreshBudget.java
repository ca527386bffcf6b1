package dev.vouchgate.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How often strangers may cause a fetch by naming keys that nobody has: once per interval, and not
 * for a name that was just asked for in vain.
 *
 * <p>A name asked for in vain is remembered for one interval, then for two, four … up to 32, so
 * that one client with an old key does not spend what a new key needs. Never blocks.
 */
final class RefreshBudget {
  private static final int MAX_REMEMBERED = 256;
  private static final int MAX_DOUBLINGS = 5;

  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Duration interval;
  private final AtomicReference<@Nullable Instant> spentAt = new AtomicReference<>();
  private final AtomicReference<@Nullable Instant> toldAt = new AtomicReference<>();
  private final Map<String, Absence> absences = new ConcurrentHashMap<>();

  private record Absence(Instant since, Duration span, int times) {
    boolean holdsAt(Instant now) {
      return isWithin(now, since, span);
    }
  }

  RefreshBudget(Duration interval) {
    this.interval = interval;
  }

  /**
   * Takes the one fetch of this interval, if it is still there.
   *
   * @param keyId the unknown name
   * @param now the time
   * @return whether the caller may fetch
   */
  boolean spend(String keyId, Instant now) {
    Instant last = spentAt.get();
    if (last != null && isWithin(now, last, interval)) {
      return false;
    }
    Absence absence = absences.get(keyId);
    if (absence != null && absence.holdsAt(now)) {
      return false;
    }
    return spentAt.compareAndSet(last, now);
  }

  /**
   * Whether it is worth telling that the fetch of this interval is gone: once a minute, and not for
   * a name that would not have been fetched for anyway.
   *
   * @param keyId the unknown name
   * @param now the time
   * @return true for one caller
   */
  boolean isNewsOfExhaustion(String keyId, Instant now) {
    Absence absence = absences.get(keyId);
    Instant last = toldAt.get();
    return (absence == null || !absence.holdsAt(now))
        && (last == null || !isWithin(now, last, QUIET))
        && toldAt.compareAndSet(last, now);
  }

  /**
   * Remembers a name that a fetch did not bring.
   *
   * @param keyId the unknown name
   * @param now the time
   */
  void remember(String keyId, Instant now) {
    if (absences.size() >= MAX_REMEMBERED) {
      // To forget costs a fetch, which the interval still bounds; to keep costs memory.
      absences.clear();
    }
    absences.compute(
        keyId,
        (name, before) -> {
          if (before != null && before.holdsAt(now)) {
            return before;
          }
          int times = before == null ? 0 : Math.min(before.times() + 1, MAX_DOUBLINGS);
          return new Absence(now, interval.multipliedBy(1L << times), times);
        });
  }

  /** Also false if the clock was set back: it must not lock new keys out until it has caught up. */
  private static boolean isWithin(Instant now, Instant since, Duration span) {
    return !now.isBefore(since) && since.isAfter(now.minus(span));
  }
}
