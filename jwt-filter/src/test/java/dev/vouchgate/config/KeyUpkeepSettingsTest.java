package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.keys.RemoteKeysPolicy;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeysReloaded;
import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.EncryptedTokens;
import dev.vouchgate.testing.KeyTexts;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the settings make of the upkeep of keys: its bounds, its snapshots, its files. */
@Timeout(120)
class KeyUpkeepSettingsTest {
  private static final String LOCATION = "mp.jwt.verify.publickey.location";

  private final MutableClock clock = new MutableClock();
  private final StubJwksServer server = new StubJwksServer();

  @TempDir private Path folder;

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void keepsToTheBoundsThatAreSet() {
    FetchSettings fetching =
        issuerOnly()
            .with("vouchgate.jwks.ttl", "2m")
            .with("vouchgate.jwks.min-ttl", "3s")
            .with("vouchgate.jwks.max-ttl", "4m")
            .with("vouchgate.jwks.stale-limit", "5h")
            .with("vouchgate.jwks.unknown-kid-interval", "6s")
            .with("vouchgate.jwks.deadline", "7s")
            .with("vouchgate.jwks.max-bytes", "8192")
            .read()
            .issuers()
            .get(0)
            .keys()
            .fetching();

    assertThat(fetching.limits())
        .isEqualTo(new HttpFetcher.Limits(Duration.ofSeconds(7), 8192, false));
    RemoteKeysPolicy usual = RemoteKeysPolicy.defaults();
    assertThat(fetching.policy())
        .isEqualTo(
            new RemoteKeysPolicy(
                Duration.ofMinutes(2),
                Duration.ofSeconds(3),
                Duration.ofMinutes(4),
                Duration.ofHours(5),
                usual.firstRetry(),
                usual.maxRetry(),
                Duration.ofSeconds(6),
                Duration.ofSeconds(7)));
  }

  @Test
  void hasTheUsualBoundsIfNoneAreSet() {
    assertThat(issuerOnly().read().issuers().get(0).keys().fetching().policy())
        .isEqualTo(RemoteKeysPolicy.defaults());
  }

  @Test
  void judgesByTheSnapshotWhenItStartsDuringAnOutage() throws RejectedException {
    Path snapshots = folder.resolve("snapshots");
    server.serve(KeyTexts.jwks(TestKeys.rsa("rsa")));
    SettingsUnderTest settings =
        issuerOnly()
            .with(LOCATION, server.jwks().toString())
            .with("vouchgate.jwks.snapshot", snapshots.toString());
    try (Gate gate = Gate.from(settings.read(), clock)) {
      gate.verify(Tokens.valid().compact());
      untilWritten(snapshots);
    }
    server.serve(Answer.status(503));

    assertThat(outcome(settings)).isEqualTo("jdoe@example.com");
    assertThat(outcome(settings.without("vouchgate.jwks.snapshot"))).isEqualTo("unavailable");
  }

  @Test
  void wantsFolderForSnapshotsThatNobodyElseMayWriteTo() throws IOException {
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path file = Files.createFile(folder.resolve("file"));

    for (Path wrong : List.of(open, file)) {
      assertThat(issuerOnly().with("vouchgate.jwks.snapshot", wrong.toString()).problems())
          .singleElement()
          .asString()
          .startsWith(
              "vouchgate.jwks.snapshot: expected a folder of this process's own, to which nobody"
                  + " else may write: ")
          .contains(wrong.toString());
    }
  }

  @Test
  void makesNoFolderForKeysThatAreNotFetched() {
    Path snapshots = folder.resolve("snapshots");
    SettingsUnderTest settings =
        SettingsUnderTest.withSecret().with("vouchgate.jwks.snapshot", snapshots.toString());

    assertThat(settings.problems()).isEmpty();
    assertThat(snapshots).doesNotExist();
  }

  /** In real time, through the threads of the gate. */
  @Test
  void readsChangedFilesWithoutRestart() throws Exception {
    CountDownLatch reloaded = new CountDownLatch(2);
    GateListener listener =
        new GateListener() {
          @Override
          public void keysReloaded(KeysReloaded event) {
            reloaded.countDown();
          }
        };
    Path verification = write("verification", KeyTexts.jwk(TestKeys.rsa("other")));
    Path decryption = write("decryption", KeyTexts.privateJwk(TestKeys.rsa("other")));
    SettingsSource source =
        issuerOnly()
            .with(LOCATION, verification.toString())
            .with("mp.jwt.decrypt.key.location", decryption.toString())
            .source();
    Settings settings = Settings.read(source, getClass().getClassLoader(), listener);
    try (Gate gate = Gate.from(settings, clock)) {
      write("verification", KeyTexts.jwk(TestKeys.rsa("rsa")));
      write("decryption", KeyTexts.privateJwk(TestKeys.rsa("encryption")));

      assertThat(reloaded.await(30, TimeUnit.SECONDS)).isTrue();
      String token = EncryptedTokens.of(Tokens.valid().compact()).compact();
      assertThat(gate.verify(token).callerName()).isEqualTo("jdoe@example.com");
    }
  }

  /** It is written when requests have long been answered. */
  private static void untilWritten(Path snapshots) {
    long begin = System.nanoTime();
    while (snapshots.toFile().list((parent, name) -> name.endsWith(".snapshot")).length == 0) {
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
      Thread.onSpinWait();
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String outcome(SettingsUnderTest settings) throws RejectedException {
    try (Gate gate = Gate.from(settings.read(), clock)) {
      RejectedException refused =
          catchThrowableOfType(
              RejectedException.class, () -> gate.verify(Tokens.valid().compact()));
      if (refused == null) {
        return gate.verify(Tokens.valid().compact()).callerName();
      }
      assertThat(refused.rejection()).isInstanceOf(Rejection.Unavailable.class);
      return "unavailable";
    }
  }
}
