package dev.vouchgate.observe;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Writes events to the log {@code dev.vouchgate}: refusals at debug without a stack, trouble with
 * keys as warnings.
 */
public final class LoggingListener implements GateListener {
  private final Logger log;

  /** Creates a listener that writes to {@code dev.vouchgate}. */
  public LoggingListener() {
    this(System.getLogger("dev.vouchgate"));
  }

  LoggingListener(Logger log) {
    this.log = log;
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
  public void rejected(TokenRejected event) {
    log.log(
        Level.DEBUG, () -> "Token refused: " + event.code() + ": " + LogText.of(event.reason()));
  }

  @Override
  public void unavailable(TokenUnjudged event) {
    log.log(
        Level.WARNING,
        () ->
            "Token not judged, answered 503 with Retry-After "
                + event.retryAfter().toSeconds()
                + ": "
                + LogText.of(event.reason()));
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
        Level.WARNING,
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
}
