package dev.vouchgate.observe;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes events to the log {@code dev.vouchgate}: refusals at debug without a stack, trouble with
 * keys as warnings. Tokens that cannot be judged are told once a minute, with how many they were.
 */
public final class LoggingListener implements GateListener {
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final Logger log;
  private final InstantSource clock;
  private final AtomicReference<@Nullable Instant> unjudgedToldAt = new AtomicReference<>();
  private final AtomicLong unjudgedUntold = new AtomicLong();

  /**
   * Creates a listener that writes to {@code dev.vouchgate}.
   *
   * @param clock the time, by which it keeps from repeating itself
   */
  public LoggingListener(InstantSource clock) {
    this(System.getLogger("dev.vouchgate"), clock);
  }

  LoggingListener(Logger log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void unconfigured(GateUnconfigured event) {
    log.log(
        Level.WARNING,
        () ->
            "No setting of Vouchgate is set: every token is refused. Set "
                + event.setting()
                + " to the issuer whose tokens are to be trusted.");
  }

  @Override
  public void signatureProviderChosen(SignatureProviderChosen event) {
    boolean used = !event.algorithms().isEmpty();
    boolean faulty = !event.problem().isEmpty();
    String doing =
        used
            ? " checks signatures of " + listed(event.algorithms())
            : " is not used, and the platform checks all signatures";
    log.log(
        used && faulty ? Level.WARNING : Level.INFO,
        () ->
            "The provider "
                + LogText.of(event.provider())
                + doing
                + (used && faulty ? "; the platform all others" : "")
                + (faulty ? ": " + LogText.of(event.problem()) : ""));
  }

  @Override
  public void rejected(TokenRejected event) {
    log.log(
        Level.DEBUG, () -> "Token refused: " + event.code() + ": " + LogText.of(event.reason()));
  }

  @Override
  public void unavailable(TokenUnjudged event) {
    if (!isNewsOfUnjudged()) {
      unjudgedUntold.incrementAndGet();
      return;
    }
    long others = unjudgedUntold.getAndSet(0);
    log.log(
        Level.WARNING,
        () ->
            "Token not judged, answered 503 with Retry-After "
                + event.retryAfter().toSeconds()
                + ": "
                + LogText.of(event.reason())
                + (others == 0 ? "" : "; so were " + others + " others since this was last told"));
  }

  /** An outage of the issuer meets every request: once a minute is enough to read of it. */
  private boolean isNewsOfUnjudged() {
    Instant now = clock.instant();
    Instant last = unjudgedToldAt.get();
    boolean quiet = last != null && !now.isBefore(last) && now.isBefore(last.plus(QUIET));
    return !quiet && unjudgedToldAt.compareAndSet(last, now);
  }

  @Override
  public void keysFetched(KeysFetched event) {
    // Some providers let a set be kept for a minute: the same keys again are no news.
    log.log(
        event.changed() ? Level.INFO : Level.DEBUG,
        () ->
            "Keys fetched from "
                + LogText.of(event.source())
                + ": "
                + LogText.of(String.join(", ", event.keyIds()))
                + "; again in "
                + event.freshFor());
  }

  @Override
  public void keysFetchFailed(KeysFetchFailed event) {
    log.log(
        event.repeated() ? Level.DEBUG : Level.WARNING,
        () ->
            "Keys not fetched from "
                + LogText.of(event.source())
                + ": "
                + LogText.of(event.reason())
                + (event.usable() ? "; the last good set stays in use" : "; there is no set to use")
                + "; again in "
                + event.retryIn());
  }

  @Override
  public void keySkipped(KeySkipped event) {
    log.log(
        Level.WARNING,
        () ->
            "A key from "
                + LogText.of(event.source())
                + " is left out: "
                + LogText.of(event.reason()));
  }

  @Override
  public void keysRotated(KeysRotated event) {
    log.log(
        Level.INFO,
        () ->
            "Keys of "
                + LogText.of(event.source())
                + " have changed: came "
                + listed(event.came())
                + "; went "
                + listed(event.went()));
  }

  @Override
  public void keysRestored(KeysRestored event) {
    log.log(
        Level.INFO,
        () ->
            "Keys of "
                + LogText.of(event.source())
                + " read from their snapshot, to be used until they are fetched: "
                + listed(event.keyIds())
                + "; fetched "
                + event.age()
                + " ago");
  }

  @Override
  public void keySnapshotFailed(KeySnapshotFailed event) {
    warn("The snapshot of keys of ", event.source(), " is of no use: ", event.reason());
  }

  @Override
  public void keysReloaded(KeysReloaded event) {
    log.log(
        Level.INFO,
        () -> "Keys read again from " + LogText.of(event.source()) + ": " + listed(event.keyIds()));
  }

  @Override
  public void keysReloadFailed(KeysReloadFailed event) {
    warn("Keys not read again from ", event.source(), ", those from before stay: ", event.reason());
  }

  @Override
  public void refreshBudgetSpent(RefreshBudgetSpent event) {
    log.log(
        Level.INFO,
        () ->
            "Tokens name unknown keys of "
                + LogText.of(event.source())
                + " more often than keys are fetched for that, once in "
                + event.interval()
                + ": they are refused without");
  }

  @Override
  public void tokenIssued(TokenIssued event) {
    log.log(
        Level.DEBUG,
        () ->
            "Token issued to "
                + LogText.of(event.client())
                + " for "
                + LogText.of(event.audience())
                + ", of "
                + LogText.of(event.subject()));
  }

  @Override
  public void tokenRequestRefused(TokenRequestRefused event) {
    log.log(
        Level.DEBUG, () -> "No token issued: " + event.error() + ": " + LogText.of(event.reason()));
  }

  private void warn(String head, String source, String middle, String reason) {
    log.log(Level.WARNING, () -> head + LogText.of(source) + middle + LogText.of(reason));
  }

  private static String listed(List<String> keyIds) {
    return keyIds.isEmpty() ? "none with a kid" : LogText.of(String.join(", ", keyIds));
  }
}
