package dev.vouchgate.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until told: begins at {@link Tokens#NOW}. Safe for many threads. */
public final class MutableClock extends Clock {
  private volatile Instant now;

  /** Creates a clock that shows {@link Tokens#NOW}. */
  public MutableClock() {
    this(Tokens.NOW);
  }

  /** Creates a clock that shows that moment. */
  public MutableClock(Instant now) {
    this.now = now;
  }

  /** Shows that moment from now on. */
  public void set(Instant moment) {
    now = moment;
  }

  /** Goes on by that much; a negative duration goes back. */
  public synchronized void advance(Duration step) {
    now = now.plus(step);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** This very clock: an instant has no zone. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
