package dev.vouchgate.issue;

import dev.vouchgate.jws.JwsAlgorithm;
import java.time.Duration;

/**
 * How the keys of a ring follow one another.
 *
 * @param algorithm what new keys are for
 * @param interval how long a key signs; more than zero
 * @param publishAhead how long it is published before it signs: longer than any verifier keeps keys
 * @param retention how long it stays published after it has signed last: as long as its last token
 *     lives, with what verifiers allow for their clocks
 */
public record RotationPolicy(
    JwsAlgorithm algorithm, Duration interval, Duration publishAhead, Duration retention) {

  /**
   * Checks them.
   *
   * @throws IllegalArgumentException if the interval is none, or another is negative
   */
  public RotationPolicy {
    if (interval.isZero()
        || interval.isNegative()
        || publishAhead.isNegative()
        || retention.isNegative()) {
      throw new IllegalArgumentException(
          "expected an interval above zero, and no negative time to publish keys ahead or longer");
    }
  }

  /** How long verifiers may keep what is published: so they look twice before a new key signs. */
  public Duration maxAge() {
    return publishAhead.dividedBy(2);
  }

  RotationPolicy publishingEarlier(Duration by) {
    return new RotationPolicy(algorithm, interval, publishAhead.plus(by), retention);
  }
}
