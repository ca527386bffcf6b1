package dev.vouchgate.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.MutableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an operator reads: one line an event, at the level it deserves. */
class LoggingListenerTest {
  private static final String SOURCE = "https://issuer.example.com/jwks";
  private static final String HOSTILE = "a\r\nINFO forged ${jndi:ldap://x}";
  private static final String HARMLESS = "a\\u000d\\u000aINFO forged \\u0024{jndi:ldap://x}";

  private final RecordingLogger log = new RecordingLogger();
  private final MutableClock clock = new MutableClock();
  private final GateListener listener = new LoggingListener(log, clock);

  @Test
  void warnsOfAGateThatNobodyHasSetUp() {
    listener.unconfigured(new GateUnconfigured("mp.jwt.verify.issuer"));
    assertThat(log.lines)
        .containsExactly(
            "WARNING No setting of Vouchgate is set: every token is refused. Set"
                + " mp.jwt.verify.issuer to the issuer whose tokens are to be trusted.");
  }

  @Test
  void tellsWhoChecksSignatures() {
    listener.signatureProviderChosen(
        new SignatureProviderChosen("Fast 1.0", List.of("RS256", "ES256"), ""));
    listener.signatureProviderChosen(
        new SignatureProviderChosen("Fast 1.0", List.of("RS256"), "ES256: " + HOSTILE));
    listener.signatureProviderChosen(
        new SignatureProviderChosen("Fast 1.0", List.of(), "no native library"));
    assertThat(log.lines)
        .containsExactly(
            "INFO The provider Fast 1.0 checks signatures of RS256, ES256",
            "WARNING The provider Fast 1.0 checks signatures of RS256; the platform all others:"
                + " ES256: "
                + HARMLESS,
            "INFO The provider Fast 1.0 is not used, and the platform checks all signatures: no native library");
  }

  @Test
  void writesTheStableCodeOfARefusalAtDebug() {
    listener.rejected(new TokenRejected("expired", "exp 1; it is 2"));
    assertThat(log.lines).containsExactly("DEBUG Token refused: expired: exp 1; it is 2");
  }

  @Test
  void writesNothingForATokenThatWasAccepted() {
    listener.accepted(new TokenAccepted("https://issuer.example.com", "jdoe"));
    assertThat(log.lines).isEmpty();
  }

  @Test
  void warnsOfATokenThatCouldNotBeJudged() {
    listener.unavailable(new TokenUnjudged("no keys from " + SOURCE, Duration.ofSeconds(7)));
    assertThat(log.lines)
        .containsExactly(
            "WARNING Token not judged, answered 503 with Retry-After 7: no keys from " + SOURCE);
  }

  @Test
  void tellsOfTokensThatCannotBeJudgedOnceAMinuteWithHowManyTheyWere() {
    TokenUnjudged event = new TokenUnjudged("no keys", Duration.ofSeconds(7));
    String line = "WARNING Token not judged, answered 503 with Retry-After 7: no keys";
    for (int second = 0; second < 60; second++) {
      listener.unavailable(event);
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(log.lines).containsExactly(line);

    listener.unavailable(event);
    clock.advance(Duration.ofMinutes(1));
    listener.unavailable(event);
    assertThat(log.lines)
        .containsExactly(line, line + "; so were 59 others since this was last told", line);
  }

  @Test
  void tellsOfTokensThatCannotBeJudgedThoughTheClockWasSetBack() {
    listener.unavailable(new TokenUnjudged("no keys", Duration.ofSeconds(7)));
    clock.advance(Duration.ofHours(-1));
    listener.unavailable(new TokenUnjudged("no keys", Duration.ofSeconds(7)));
    assertThat(log.lines).hasSize(2);
  }

  @Test
  void tellsWhichKeysCameAndForHowLong() {
    listener.keysFetched(
        new KeysFetched(SOURCE, List.of("k1", "k2"), Duration.ofMinutes(10), true));
    assertThat(log.lines)
        .containsExactly("INFO Keys fetched from " + SOURCE + ": k1, k2; again in PT10M");
  }

  @Test
  void keepsQuietAboutTheSameKeysAgain() {
    listener.keysFetched(new KeysFetched(SOURCE, List.of("k1"), Duration.ofMinutes(1), false));
    assertThat(log.lines)
        .containsExactly("DEBUG Keys fetched from " + SOURCE + ": k1; again in PT1M");
  }

  @Test
  void warnsOfAFailedFetchAndSaysWhetherKeysRemain() {
    listener.keysFetchFailed(
        new KeysFetchFailed(SOURCE, "timed out", true, Duration.ofSeconds(5), false));
    listener.keysFetchFailed(
        new KeysFetchFailed(SOURCE, "timed out", false, Duration.ofSeconds(5), false));
    assertThat(log.lines)
        .containsExactly(
            "WARNING Keys not fetched from "
                + SOURCE
                + ": timed out; the last good set stays in use; again in PT5S",
            "WARNING Keys not fetched from "
                + SOURCE
                + ": timed out; there is no set to use; again in PT5S");
  }

  @Test
  void keepsQuietAboutTheSameFailureAgain() {
    listener.keysFetchFailed(
        new KeysFetchFailed(SOURCE, "timed out", true, Duration.ofSeconds(5), true));
    assertThat(log.lines)
        .containsExactly(
            "DEBUG Keys not fetched from "
                + SOURCE
                + ": timed out; the last good set stays in use; again in PT5S");
  }

  @Test
  void tellsWhichKeysCameAndWent() {
    listener.keysRotated(new KeysRotated(SOURCE, List.of("k3", "k4"), List.of("k1")));
    listener.keysRotated(new KeysRotated(SOURCE, List.of(), List.of("k3")));
    assertThat(log.lines)
        .containsExactly(
            "INFO Keys of " + SOURCE + " have changed: came k3, k4; went k1",
            "INFO Keys of " + SOURCE + " have changed: came none with a kid; went k3");
  }

  @Test
  void tellsThatKeysAreThoseOfTheSnapshot() {
    listener.keysRestored(new KeysRestored(SOURCE, List.of("k1"), Duration.ofHours(3)));
    listener.keySnapshotFailed(new KeySnapshotFailed(SOURCE, "it is damaged"));
    assertThat(log.lines)
        .containsExactly(
            "INFO Keys of "
                + SOURCE
                + " read from their snapshot, to be used until they are fetched: k1; fetched"
                + " PT3H ago",
            "WARNING The snapshot of keys of " + SOURCE + " is of no use: it is damaged");
  }

  @Test
  void tellsOfFilesThatWereReadAgain() {
    listener.keysReloaded(new KeysReloaded("/keys.jwks", List.of("k1", "k2")));
    listener.keysReloadFailed(new KeysReloadFailed("/keys.jwks", "found nothing"));
    assertThat(log.lines)
        .containsExactly(
            "INFO Keys read again from /keys.jwks: k1, k2",
            "WARNING Keys not read again from /keys.jwks, those from before stay: found nothing");
  }

  @Test
  void tellsOfFloodOfUnknownKeys() {
    listener.refreshBudgetSpent(new RefreshBudgetSpent(SOURCE, Duration.ofSeconds(10)));
    assertThat(log.lines)
        .containsExactly(
            "INFO Tokens name unknown keys of "
                + SOURCE
                + " more often than keys are fetched for that, once in PT10S: they are refused"
                + " without");
  }

  @Test
  void writesWhoWasGivenATokenAndWhoWasNotAtDebug() {
    listener.tokenIssued(new TokenIssued("orders", "jdoe", "inventory"));
    listener.tokenRequestRefused(new TokenRequestRefused("invalid_scope", "scope x"));
    assertThat(log.lines)
        .containsExactly(
            "DEBUG Token issued to orders for inventory, of jdoe",
            "DEBUG No token issued: invalid_scope: scope x");
  }

  @Test
  void warnsOfAKeyThatWasLeftOut() {
    listener.keySkipped(new KeySkipped(SOURCE, "k3: RSA of 1024 bits"));
    assertThat(log.lines)
        .containsExactly("WARNING A key from " + SOURCE + " is left out: k3: RSA of 1024 bits");
  }

  @Test
  void escapesWhateverAStrangerMayHaveChosen() {
    Duration soon = Duration.ofSeconds(1);
    listener.rejected(new TokenRejected("unknown_key", HOSTILE));
    listener.unavailable(new TokenUnjudged(HOSTILE, soon));
    listener.keysFetched(new KeysFetched(SOURCE, List.of(HOSTILE), soon, true));
    listener.keysFetchFailed(new KeysFetchFailed(SOURCE, HOSTILE, true, soon, false));
    listener.keySkipped(new KeySkipped(SOURCE, HOSTILE));
    listener.keysRotated(new KeysRotated(SOURCE, List.of(HOSTILE), List.of()));
    listener.keysRotated(new KeysRotated(SOURCE, List.of(), List.of(HOSTILE)));
    listener.keysRestored(new KeysRestored(SOURCE, List.of(HOSTILE), soon));
    listener.keySnapshotFailed(new KeySnapshotFailed(SOURCE, HOSTILE));
    listener.keysReloaded(new KeysReloaded(SOURCE, List.of(HOSTILE)));
    listener.keysReloadFailed(new KeysReloadFailed(SOURCE, HOSTILE));
    listener.refreshBudgetSpent(new RefreshBudgetSpent(HOSTILE, soon));
    listener.tokenIssued(new TokenIssued("orders", HOSTILE, "inventory"));
    listener.tokenRequestRefused(new TokenRequestRefused("invalid_scope", HOSTILE));

    assertThat(log.lines).hasSize(14).allMatch(line -> line.contains(HARMLESS));
  }

  @Test
  void escapesTheAddressOfASetWhichTheIssuersMetadataChose() {
    Duration soon = Duration.ofSeconds(1);
    listener.keysFetched(new KeysFetched(HOSTILE, List.of(), soon, true));
    listener.keysFetchFailed(new KeysFetchFailed(HOSTILE, "timed out", true, soon, false));
    listener.keySkipped(new KeySkipped(HOSTILE, "RSA of 1024 bits"));

    assertThat(log.lines).hasSize(3).allMatch(line -> line.contains(HARMLESS));
  }

  @Test
  void cutsAReasonThatIsTooLong() {
    listener.rejected(new TokenRejected("unknown_key", "k".repeat(100_000)));
    assertThat(log.lines.get(0)).hasSizeLessThan(400);
  }
}
