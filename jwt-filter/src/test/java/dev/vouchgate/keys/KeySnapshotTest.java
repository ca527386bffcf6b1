package dev.vouchgate.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.observe.KeySnapshotFailed;
import dev.vouchgate.observe.KeysFetched;
import dev.vouchgate.observe.KeysRestored;
import dev.vouchgate.observe.KeysRotated;
import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last good keys on disk: a start while the source is down still has them. */
@Timeout(60)
class KeySnapshotTest {
  private static final TestKey A = TestKeys.rsa("a");
  private static final TestKey B = TestKeys.rsa("b");

  @TempDir private Path parent;

  private PrivateFolder folder;
  private Path file;
  private RemoteKeysFixture before;
  private RemoteKeysFixture after;

  @BeforeEach
  void fetchOnce() throws IOException {
    folder = PrivateFolder.open(parent.resolve("snapshots"));
    before = new RemoteKeysFixture(folder);
    after = new RemoteKeysFixture(folder);
    after.source = before.source;
    before.started(Jwks.set(A, TestKeys.secret("s")));
    file = files().get(0);
    before.server.serve(Answer.status(503));
  }

  @AfterEach
  void close() {
    before.close();
    after.close();
  }

  @Test
  void startDuringAnOutageHasTheKeysFromBefore() throws Exception {
    after.clock.advance(Duration.ofHours(3));
    after.keys.start();

    assertThat(after.locate("a").map(VerificationKey::key)).contains(A.verification());
    assertThat(after.locate("b")).isEmpty();
    assertThat(after.keys.state().age()).contains(Duration.ofHours(3));
    assertThat(after.keys.state().lastError()).isPresent();
    assertThat(after.events.others)
        .containsExactly(
            new KeysRestored(before.source.toString(), List.of("a"), Duration.ofHours(3)));
    assertThat(after.events.skipped).as("judged as if fetched").hasSize(1);
    assertThat(after.events.failed.get(0).usable()).isTrue();
  }

  @Test
  void requestsDoNotWaitForTheFirstFetchThen() throws Exception {
    after.executor.hold();
    after.keys.start();

    assertThat(after.locate("a")).isPresent();
  }

  @Test
  void isUsedOnlyUntilTheFirstFetchSucceeds() throws Exception {
    before.server.serve(Jwks.set(B));
    after.keys.start();

    assertThat(after.locate("a")).isEmpty();
    assertThat(after.locate("b")).isPresent();
    assertThat(after.events.others)
        .contains(new KeysRotated(before.source.toString(), List.of("b"), List.of("a")));
  }

  @Test
  void firstFetchIsNewsThoughItBringsTheSameKeys() {
    before.server.serve(Jwks.set(A, TestKeys.secret("s")));
    after.keys.start();

    assertThat(after.events.fetched).extracting(KeysFetched::changed).containsExactly(true);
  }

  @ParameterizedTest(name = "after {0} s: {1}")
  @CsvSource({"86999, true", "87000, false"})
  void isNoOlderThanKeysThatAreKeptThroughAnOutage(long seconds, boolean usable) {
    after.clock.advance(Duration.ofSeconds(seconds));
    after.keys.start();

    assertThat(after.keys.state().usable()).isEqualTo(usable);
  }

  @Test
  void isAsYoungAsTheLatestFetchThatBroughtTheSameKeys() {
    before.server.serve(Jwks.set(A));
    before.executor.advance(Duration.ofDays(3));
    after.clock.set(before.clock.instant());
    after.keys.start();

    assertThat(after.keys.state().usable()).isTrue();
    assertThat(after.keys.state().age().orElseThrow()).isLessThan(Duration.ofMinutes(9));
  }

  @Test
  void isRefusedIfItComesFromTheFuture() {
    after.clock.advance(Duration.ofSeconds(-61));

    assertThatItIsRefused("which is yet to come");
  }

  @Test
  void isRefusedUnderTheNameOfAnotherSource() throws Exception {
    after.source = before.server.uri("/other");
    before.server.on("/other", Answer.of(Jwks.set(B)));
    after.keys.start();
    Path other = files().stream().filter(any -> !any.equals(file)).findFirst().orElseThrow();
    Files.write(other, Files.readAllBytes(file));
    before.server.on("/other", Answer.status(503));

    try (RemoteKeysFixture third = new RemoteKeysFixture(folder)) {
      third.source = after.source;
      third.keys.start();

      assertThat(third.keys.state().usable()).isFalse();
      assertThat(third.events.others)
          .containsExactly(
              new KeySnapshotFailed(after.source.toString(), "it is of another source"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"empty", "cut off", "changed", "another version", "garbage"})
  void isRefusedIfItIs(String damage) throws Exception {
    String text = Files.readString(file, ISO_8859_1);
    String damaged =
        switch (damage) {
          case "empty" -> "";
          case "cut off" -> text.substring(0, text.length() - 1);
          case "changed" -> text.replace("\"a\"", "\"b\"");
          case "another version" -> text.replace("key set 1", "key set 2");
          default -> "\n\n\n\n\n\n\n\n";
        };
    assertThat(damaged).isNotEqualTo(text);
    Files.writeString(file, damaged, ISO_8859_1);

    assertThatItIsRefused(damage.equals("another version") ? "no snapshot of this" : "it is ");
  }

  @Test
  void isRefusedIfOthersMayWriteToIt() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw--w----"));

    assertThatItIsRefused("others may write to it (rw--w----)");
  }

  @Test
  void isRefusedIfItIsLinkToAnother() throws Exception {
    Path elsewhere = Files.move(file, parent.resolve("elsewhere"));
    Files.createSymbolicLink(file, elsewhere);

    assertThatItIsRefused("no regular file");
  }

  @Test
  void isPrivateToItsOwner() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
        .isEqualTo("rwx------");
    assertThat(files()).as("nothing half written").hasSize(1);
  }

  @Test
  void doesNotShowWhatFollowsTheQuestionMarkOfAnAddress() throws Exception {
    after.source = before.server.uri("/jwks?key=wombat");
    before.server.serve(Jwks.set(A));
    after.keys.start();

    for (Path file : files()) {
      assertThat(file.getFileName().toString() + Files.readString(file)).doesNotContain("wombat");
    }
  }

  @Test
  void fetchingGoesOnIfItCannotBeWritten() throws Exception {
    Files.delete(file);
    Files.createDirectories(file.resolve("in the way"));
    before.server.serve(Jwks.set(B));
    before.executor.advance(Duration.ofHours(1));

    assertThat(before.locate("b")).isPresent();
    assertThat(before.events.others).filteredOn(KeySnapshotFailed.class::isInstance).hasSize(1);
  }

  private void assertThatItIsRefused(String reason) {
    after.keys.start();

    assertThat(after.keys.state().usable()).isFalse();
    assertThat(after.events.others).hasSize(1);
    KeySnapshotFailed failed = (KeySnapshotFailed) after.events.others.get(0);
    assertThat(failed.source()).isEqualTo(before.source.toString());
    assertThat(failed.reason()).contains(reason);
    assertThatThrownBy(() -> after.locate("a")).isInstanceOf(KeysUnavailableException.class);
  }

  private Path folder() {
    return Path.of(folder.toString());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.toList();
    }
  }
}
