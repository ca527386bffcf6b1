package dev.vouchgate.observe;

import java.util.List;

/**
 * Several listeners, told one after another.
 *
 * @param listeners in order
 */
record GateListeners(List<GateListener> listeners) implements GateListener {

  @Override
  public void unconfigured(GateUnconfigured event) {
    listeners.forEach(listener -> listener.unconfigured(event));
  }

  @Override
  public void accepted(TokenAccepted event) {
    listeners.forEach(listener -> listener.accepted(event));
  }

  @Override
  public void rejected(TokenRejected event) {
    listeners.forEach(listener -> listener.rejected(event));
  }

  @Override
  public void unavailable(TokenUnjudged event) {
    listeners.forEach(listener -> listener.unavailable(event));
  }

  @Override
  public void keysFetched(KeysFetched event) {
    listeners.forEach(listener -> listener.keysFetched(event));
  }

  @Override
  public void keysFetchFailed(KeysFetchFailed event) {
    listeners.forEach(listener -> listener.keysFetchFailed(event));
  }

  @Override
  public void keySkipped(KeySkipped event) {
    listeners.forEach(listener -> listener.keySkipped(event));
  }
}
