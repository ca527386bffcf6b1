package dev.vouchgate.observe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How one issuer's keys are at one moment, for those who watch over them.
 *
 * @param source where they come from: the address of a fetched set, or the issuer while that is not
 *     known; a file; or the setting that holds them
 * @param usable whether tokens can be judged
 * @param age of the set in use, since it was last fetched or read; empty if there is none, or it is
 *     as old as the deployment and never read again
 * @param keyIds the {@code kid}s in use, in order; a key without one is not listed
 * @param lastError why the latest fetch or reading failed; empty if it did not
 */
public record KeySetState(
    String source,
    boolean usable,
    Optional<Duration> age,
    List<String> keyIds,
    Optional<String> lastError) {

  /** Copies the list. */
  public KeySetState {
    keyIds = List.copyOf(keyIds);
  }
}
