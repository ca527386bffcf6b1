package dev.vouchgate.keys;

import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeySkipped;
import dev.vouchgate.observe.KeysFetchFailed;
import dev.vouchgate.observe.KeysFetched;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was told of keys. */
final class RecordingListener implements GateListener {
  final List<KeysFetched> fetched = new CopyOnWriteArrayList<>();
  final List<KeysFetchFailed> failed = new CopyOnWriteArrayList<>();
  final List<KeySkipped> skipped = new CopyOnWriteArrayList<>();

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
