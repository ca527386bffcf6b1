package dev.vouchgate.keys;

import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeySkipped;
import dev.vouchgate.observe.KeySnapshotFailed;
import dev.vouchgate.observe.KeysFetchFailed;
import dev.vouchgate.observe.KeysFetched;
import dev.vouchgate.observe.KeysReloadFailed;
import dev.vouchgate.observe.KeysReloaded;
import dev.vouchgate.observe.KeysRestored;
import dev.vouchgate.observe.KeysRotated;
import dev.vouchgate.observe.RefreshBudgetSpent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was told of keys. */
final class RecordingListener implements GateListener {
  final List<KeysFetched> fetched = new CopyOnWriteArrayList<>();
  final List<KeysFetchFailed> failed = new CopyOnWriteArrayList<>();
  final List<KeySkipped> skipped = new CopyOnWriteArrayList<>();
  final List<Object> others = new CopyOnWriteArrayList<>();

  @Override
  public void keysRotated(KeysRotated event) {
    others.add(event);
  }

  @Override
  public void keysRestored(KeysRestored event) {
    others.add(event);
  }

  @Override
  public void keySnapshotFailed(KeySnapshotFailed event) {
    others.add(event);
  }

  @Override
  public void keysReloaded(KeysReloaded event) {
    others.add(event);
  }

  @Override
  public void keysReloadFailed(KeysReloadFailed event) {
    others.add(event);
  }

  @Override
  public void refreshBudgetSpent(RefreshBudgetSpent event) {
    others.add(event);
  }

  @Override
  public void keysFetched(KeysFetched event) {
    fetched.add(event);
  }

  @Override
  public void keysFetchFailed(KeysFetchFailed event) {
    failed.add(event);
  }

  @Override
  public void keySkipped(KeySkipped event) {
    skipped.add(event);
  }
}
