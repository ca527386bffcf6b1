package dev.vouchgate.observe;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Several listeners, told one after another; one that throws is left to the log, for neither a
 * request nor another listener must suffer from it.
 */
final class GateListeners implements GateListener {
  private final List<GateListener> listeners;
  private final Logger log;

  /** Those that have thrown before: a fault at every request must not fill the log. */
  private final ConcurrentHashMap<String, Boolean> faulty = new ConcurrentHashMap<>();

  /**
   * Creates the one.
   *
   * @param listeners in order
   */
  GateListeners(List<GateListener> listeners) {
    this(listeners, System.getLogger("dev.vouchgate"));
  }

  GateListeners(List<GateListener> listeners, Logger log) {
    this.listeners = List.copyOf(listeners);
    this.log = log;
  }

  @Override
  public void unconfigured(GateUnconfigured event) {
    tell(listener -> listener.unconfigured(event));
  }

  @Override
  public void signatureProviderChosen(SignatureProviderChosen event) {
    tell(listener -> listener.signatureProviderChosen(event));
  }

  @Override
  public void accepted(TokenAccepted event) {
    tell(listener -> listener.accepted(event));
  }

  @Override
  public void rejected(TokenRejected event) {
    tell(listener -> listener.rejected(event));
  }

  @Override
  public void unavailable(TokenUnjudged event) {
    tell(listener -> listener.unavailable(event));
  }

  @Override
  public void keysFetched(KeysFetched event) {
    tell(listener -> listener.keysFetched(event));
  }

  @Override
  public void keysFetchFailed(KeysFetchFailed event) {
    tell(listener -> listener.keysFetchFailed(event));
  }

  @Override
  public void keySkipped(KeySkipped event) {
    tell(listener -> listener.keySkipped(event));
  }

  @Override
  public void keysRotated(KeysRotated event) {
    tell(listener -> listener.keysRotated(event));
  }

  @Override
  public void keysRestored(KeysRestored event) {
    tell(listener -> listener.keysRestored(event));
  }

  @Override
  public void keySnapshotFailed(KeySnapshotFailed event) {
    tell(listener -> listener.keySnapshotFailed(event));
  }

  @Override
  public void keysReloaded(KeysReloaded event) {
    tell(listener -> listener.keysReloaded(event));
  }

  @Override
  public void keysReloadFailed(KeysReloadFailed event) {
    tell(listener -> listener.keysReloadFailed(event));
  }

  @Override
  public void refreshBudgetSpent(RefreshBudgetSpent event) {
    tell(listener -> listener.refreshBudgetSpent(event));
  }

  @Override
  public void tokenIssued(TokenIssued event) {
    tell(listener -> listener.tokenIssued(event));
  }

  @Override
  public void tokenRequestRefused(TokenRequestRefused event) {
    tell(listener -> listener.tokenRequestRefused(event));
  }

  private void tell(Consumer<GateListener> event) {
    for (GateListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (RuntimeException | LinkageError | StackOverflowError e) {
        String name = listener.getClass().getName();
        boolean first = faulty.putIfAbsent(name, true) == null;
        log.log(first ? Level.WARNING : Level.DEBUG, "The listener " + name + " failed", e);
      }
    }
  }
}
