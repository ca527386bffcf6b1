package dev.vouchgate.keys;

import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeySkipped;
import dev.vouchgate.observe.KeySnapshotFailed;
import dev.vouchgate.observe.KeysFetchFailed;
import dev.vouchgate.observe.KeysFetched;
import dev.vouchgate.observe.KeysRestored;
import dev.vouchgate.observe.KeysRotated;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what becomes of one source's keys, and whether that is news. Used by one thread at a time.
 */
final class KeyNews {
  private final GateListener listener;
  private volatile @Nullable String lastFailure;
  private volatile @Nullable String lastSnapshotFailure;
  private volatile boolean fetchedBefore;

  KeyNews(GateListener listener) {
    this.listener = listener;
  }

  void fetched(@Nullable LoadedKeys before, LoadedKeys fetched, List<String> skipped) {
    String source = fetched.source();
    JwkSet set = fetched.set();
    lastFailure = null;
    skipped(source, skipped);
    boolean same = before != null && before.set().keys().equals(set.keys());
    listener.keysFetched(
        new KeysFetched(source, set.keyIds(), fetched.freshFor(), !(same && fetchedBefore)));
    fetchedBefore = true;
    if (before != null && !same) {
      listener.keysRotated(
          new KeysRotated(source, beyond(before.set(), set), beyond(set, before.set())));
    }
  }

  void failed(String source, String reason, boolean usable, Duration retryIn) {
    String failure = usable + reason;
    boolean repeated = failure.equals(lastFailure);
    lastFailure = failure;
    listener.keysFetchFailed(new KeysFetchFailed(source, reason, usable, retryIn, repeated));
  }

  void restored(LoadedKeys keys, List<String> skipped, Instant now) {
    skipped(keys.source(), skipped);
    listener.keysRestored(
        new KeysRestored(
            keys.source(), keys.set().keyIds(), Duration.between(keys.fetchedAt(), now)));
  }

  void snapshotFailed(String source, String reason) {
    if (!reason.equals(lastSnapshotFailure)) {
      lastSnapshotFailure = reason;
      listener.keySnapshotFailed(new KeySnapshotFailed(source, reason));
    }
  }

  void snapshotWritten() {
    lastSnapshotFailure = null;
  }

  private static List<String> beyond(JwkSet known, JwkSet set) {
    Set<VerificationKey> old = new HashSet<>(known.keys());
    return set.keys().stream()
        .filter(key -> !old.contains(key))
        .flatMap(key -> key.keyId().stream())
        .toList();
  }

  private void skipped(String source, List<String> skipped) {
    skipped.forEach(key -> listener.keySkipped(new KeySkipped(source, key)));
  }
}
