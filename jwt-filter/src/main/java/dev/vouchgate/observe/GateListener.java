package dev.vouchgate.observe;

import java.util.List;

/**
 * Hears what the gate does: one method an event, each doing nothing unless overridden.
 *
 * <p>Called on the thread on which the event happens, often a request's: a listener returns at
 * once, does no I/O and throws nothing.
 */
public interface GateListener {

  /**
   * An application has the gate and no setting for it.
   *
   * @param event what is missing
   */
  default void unconfigured(GateUnconfigured event) {}

  /**
   * A provider for the arithmetic of signatures was found at start.
   *
   * @param event which, and what it is used for
   */
  default void signatureProviderChosen(SignatureProviderChosen event) {}

  /**
   * A token was proven.
   *
   * @param event whose
   */
  default void accepted(TokenAccepted event) {}

  /**
   * A token was refused.
   *
   * @param event why
   */
  default void rejected(TokenRejected event) {}

  /**
   * A token could not be judged, for want of keys.
   *
   * @param event why
   */
  default void unavailable(TokenUnjudged event) {}

  /**
   * A key set was fetched and is in use from now on.
   *
   * @param event which
   */
  default void keysFetched(KeysFetched event) {}

  /**
   * A key set could not be fetched; the last good one, if any, stays in use.
   *
   * @param event why
   */
  default void keysFetchFailed(KeysFetchFailed event) {}

  /**
   * A key of a set was left out; the others are used.
   *
   * @param event which and why
   */
  default void keySkipped(KeySkipped event) {}

  /**
   * A source has other keys than before: some came, some went.
   *
   * @param event which
   */
  default void keysRotated(KeysRotated event) {}

  /**
   * A key set was read from a snapshot, to be used until one has been fetched.
   *
   * @param event which
   */
  default void keysRestored(KeysRestored event) {}

  /**
   * A snapshot could not be read or written.
   *
   * @param event why
   */
  default void keySnapshotFailed(KeySnapshotFailed event) {}

  /**
   * A file with keys was read again, and what it holds is in use from now on.
   *
   * @param event which
   */
  default void keysReloaded(KeysReloaded event) {}

  /**
   * A file with keys changed into what cannot be used; the keys from before stay in use.
   *
   * @param event why
   */
  default void keysReloadFailed(KeysReloadFailed event) {}

  /**
   * Strangers name more unknown keys than there may be fetches for their sake.
   *
   * @param event whose keys
   */
  default void refreshBudgetSpent(RefreshBudgetSpent event) {}

  /**
   * A client was given a token.
   *
   * @param event which
   */
  default void tokenIssued(TokenIssued event) {}

  /**
   * A client was given no token.
   *
   * @param event why
   */
  default void tokenRequestRefused(TokenRequestRefused event) {}

  /**
   * Several listeners as one that never throws: what one of them throws is logged, and the others
   * are told all the same.
   *
   * @param listeners told in this order
   * @return the one
   */
  static GateListener all(List<GateListener> listeners) {
    return new GateListeners(listeners);
  }
}
