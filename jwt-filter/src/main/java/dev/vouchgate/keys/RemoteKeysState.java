package dev.vouchgate.keys;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How remote keys are at one moment, for those who watch over them.
 *
 * @param source the address of the set; the issuer while that is not known
 * @param usable whether tokens can be judged
 * @param age of the set in use, since it was last fetched; empty if there is none
 * @param keyIds the {@code kid}s in use, in order; a key without one is not listed
 * @param lastError why the latest fetch failed; empty if it did not
 */
public record RemoteKeysState(
    String source,
    boolean usable,
    Optional<Duration> age,
    List<String> keyIds,
    Optional<String> lastError) {

  /** Copies the list. */
  public RemoteKeysState {
    keyIds = List.copyOf(keyIds);
  }
}
