package dev.vouchgate.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateListenerTest {
  private static final GateUnconfigured UNCONFIGURED = new GateUnconfigured("s");
  private static final SignatureProviderChosen CHOSEN =
      new SignatureProviderChosen("p", List.of("RS256"), "");
  private static final TokenAccepted ACCEPTED = new TokenAccepted("i", "c");
  private static final TokenRejected REJECTED = new TokenRejected("expired", "r");
  private static final TokenUnjudged UNJUDGED = new TokenUnjudged("r", Duration.ofSeconds(1));
  private static final KeysFetched FETCHED =
      new KeysFetched("s", List.of(), Duration.ofSeconds(1), true);
  private static final KeysFetchFailed FAILED =
      new KeysFetchFailed("s", "r", true, Duration.ofSeconds(1), false);
  private static final KeySkipped SKIPPED = new KeySkipped("s", "r");
  private static final KeysRotated KEYS_ROTATED = new KeysRotated("s", List.of("a"), List.of("b"));
  private static final KeysRestored KEYS_RESTORED =
      new KeysRestored("s", List.of(), Duration.ofSeconds(1));
  private static final KeySnapshotFailed KEY_SNAPSHOT_FAILED = new KeySnapshotFailed("s", "r");
  private static final KeysReloaded KEYS_RELOADED = new KeysReloaded("s", List.of());
  private static final KeysReloadFailed KEYS_RELOAD_FAILED = new KeysReloadFailed("s", "r");
  private static final RefreshBudgetSpent REFRESH_BUDGET_SPENT =
      new RefreshBudgetSpent("s", Duration.ofSeconds(1));
  private static final TokenIssued TOKEN_ISSUED = new TokenIssued("c", "s", "a");
  private static final TokenRequestRefused TOKEN_REQUEST_REFUSED =
      new TokenRequestRefused("invalid_client", "r");

  @Test
  void doesNothingUnlessOverridden() {
    assertThatCode(() -> tellAll(new GateListener() {})).doesNotThrowAnyException();
  }

  @Test
  void tellsEveryEventToEachListenerInOrder() {
    List<String> heard = new ArrayList<>();
    tellAll(GateListener.all(List.of(new Recorder("1", heard), new Recorder("2", heard))));

    assertThat(heard)
        .containsExactly(
            "1 " + UNCONFIGURED,
            "2 " + UNCONFIGURED,
            "1 " + CHOSEN,
            "2 " + CHOSEN,
            "1 " + ACCEPTED,
            "2 " + ACCEPTED,
            "1 " + REJECTED,
            "2 " + REJECTED,
            "1 " + UNJUDGED,
            "2 " + UNJUDGED,
            "1 " + FETCHED,
            "2 " + FETCHED,
            "1 " + FAILED,
            "2 " + FAILED,
            "1 " + SKIPPED,
            "2 " + SKIPPED,
            "1 " + KEYS_ROTATED,
            "2 " + KEYS_ROTATED,
            "1 " + KEYS_RESTORED,
            "2 " + KEYS_RESTORED,
            "1 " + KEY_SNAPSHOT_FAILED,
            "2 " + KEY_SNAPSHOT_FAILED,
            "1 " + KEYS_RELOADED,
            "2 " + KEYS_RELOADED,
            "1 " + KEYS_RELOAD_FAILED,
            "2 " + KEYS_RELOAD_FAILED,
            "1 " + REFRESH_BUDGET_SPENT,
            "2 " + REFRESH_BUDGET_SPENT,
            "1 " + TOKEN_ISSUED,
            "2 " + TOKEN_ISSUED,
            "1 " + TOKEN_REQUEST_REFUSED,
            "2 " + TOKEN_REQUEST_REFUSED);
  }

  @Test
  void keepsTheListenersItWasGiven() {
    List<String> heard = new ArrayList<>();
    List<GateListener> listeners = new ArrayList<>(List.of(new Recorder("1", heard)));
    GateListener all = GateListener.all(listeners);
    listeners.clear();

    all.rejected(REJECTED);
    assertThat(heard).containsExactly("1 " + REJECTED);
  }

  @Test
  void tellsTheOthersWhenOneThrowsAndWritesItsStackOnce() {
    List<String> heard = new ArrayList<>();
    RecordingLogger log = new RecordingLogger();
    GateListener faulty =
        new GateListener() {
          @Override
          public void rejected(TokenRejected event) {
            throw new IllegalStateException("a listener's fault");
          }

          @Override
          public void keySkipped(KeySkipped event) {
            throw new NoClassDefFoundError("a library of the listener's");
          }
        };
    GateListener all = new GateListeners(List.of(faulty, new Recorder("2", heard)), log);

    all.rejected(REJECTED);
    all.keySkipped(SKIPPED);
    all.rejected(REJECTED);

    assertThat(heard).containsExactly("2 " + REJECTED, "2 " + SKIPPED, "2 " + REJECTED);
    assertThat(log.lines).hasSize(3).first().asString().startsWith("WARNING The listener ");
    assertThat(log.lines.subList(1, 3)).allMatch(line -> line.startsWith("DEBUG The listener "));
  }

  private static void tellAll(GateListener listener) {
    listener.unconfigured(UNCONFIGURED);
    listener.signatureProviderChosen(CHOSEN);
    listener.accepted(ACCEPTED);
    listener.rejected(REJECTED);
    listener.unavailable(UNJUDGED);
    listener.keysFetched(FETCHED);
    listener.keysFetchFailed(FAILED);
    listener.keySkipped(SKIPPED);
    listener.keysRotated(KEYS_ROTATED);
    listener.keysRestored(KEYS_RESTORED);
    listener.keySnapshotFailed(KEY_SNAPSHOT_FAILED);
    listener.keysReloaded(KEYS_RELOADED);
    listener.keysReloadFailed(KEYS_RELOAD_FAILED);
    listener.refreshBudgetSpent(REFRESH_BUDGET_SPENT);
    listener.tokenIssued(TOKEN_ISSUED);
    listener.tokenRequestRefused(TOKEN_REQUEST_REFUSED);
  }

  /** Writes down what it hears. */
  private record Recorder(String name, List<String> heard) implements GateListener {
    @Override
    public void unconfigured(GateUnconfigured event) {
      heard.add(name + " " + event);
    }

    @Override
    public void signatureProviderChosen(SignatureProviderChosen event) {
      heard.add(name + " " + event);
    }

    @Override
    public void accepted(TokenAccepted event) {
      heard.add(name + " " + event);
    }

    @Override
    public void rejected(TokenRejected event) {
      heard.add(name + " " + event);
    }

    @Override
    public void unavailable(TokenUnjudged event) {
      heard.add(name + " " + event);
    }

    @Override
    public void keysFetched(KeysFetched event) {
      heard.add(name + " " + event);
    }

    @Override
    public void keysFetchFailed(KeysFetchFailed event) {
      heard.add(name + " " + event);
    }

    @Override
    public void keySkipped(KeySkipped event) {
      heard.add(name + " " + event);
    }

    @Override
    public void keysRotated(KeysRotated event) {
      heard.add(name + " " + event);
    }

    @Override
    public void keysRestored(KeysRestored event) {
      heard.add(name + " " + event);
    }

    @Override
    public void keySnapshotFailed(KeySnapshotFailed event) {
      heard.add(name + " " + event);
    }

    @Override
    public void keysReloaded(KeysReloaded event) {
      heard.add(name + " " + event);
    }

    @Override
    public void keysReloadFailed(KeysReloadFailed event) {
      heard.add(name + " " + event);
    }

    @Override
    public void refreshBudgetSpent(RefreshBudgetSpent event) {
      heard.add(name + " " + event);
    }

    @Override
    public void tokenIssued(TokenIssued event) {
      heard.add(name + " " + event);
    }

    @Override
    public void tokenRequestRefused(TokenRequestRefused event) {
      heard.add(name + " " + event);
    }
  }
}
