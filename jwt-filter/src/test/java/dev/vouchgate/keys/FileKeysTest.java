package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeySetState;
import dev.vouchgate.observe.KeysReloadFailed;
import dev.vouchgate.observe.KeysReloaded;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.Pem;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key file that changes takes effect within ten seconds; a broken one changes nothing. */
class FileKeysTest {
  private static final TestKey A = TestKeys.rsa("a");
  private static final TestKey B = TestKeys.rsa("b");
  private static final Duration WITHIN = Duration.ofSeconds(10);

  @TempDir private Path folder;

  private final MutableClock clock = new MutableClock();
  private final ManualExecutor executor = new ManualExecutor(clock);
  private final RecordingListener events = new RecordingListener();

  @AfterEach
  void close() {
    executor.close();
  }

  @Test
  void changedFileTakesEffectWithinTenSeconds() throws Exception {
    Path file = Files.writeString(folder.resolve("keys"), Jwks.set(A));
    FileKeys keys = started(file);
    Files.writeString(file, Jwks.set(A, B));
    executor.advance(WITHIN);

    assertThat(locate(keys, "a")).isTrue();
    assertThat(locate(keys, "b")).isTrue();
    assertThat(events.others).containsExactly(new KeysReloaded(file.toString(), List.of("a", "b")));
  }

  @Test
  void changeThatLeavesTimeAndSizeAsTheyWereIsSeen() throws Exception {
    Path file = Files.writeString(folder.resolve("keys"), Jwks.set(A));
    FileTime time = Files.getLastModifiedTime(file);
    long size = Files.size(file);
    FileKeys keys = started(file);
    Files.writeString(file, Jwks.set(B));
    Files.setLastModifiedTime(file, time);
    assertThat(Files.size(file)).isEqualTo(size);
    executor.advance(WITHIN);

    assertThat(locate(keys, "a")).isFalse();
    assertThat(locate(keys, "b")).isTrue();
  }

  /** keys → ..data/keys, ..data → ..1: what changes is the link in the middle. */
  @Test
  void swappedSymbolicLinkTakesEffectWithinTenSeconds() throws Exception {
    Path first = Files.createDirectory(folder.resolve("..1"));
    Files.writeString(first.resolve("keys"), Jwks.set(A));
    Path second = Files.createDirectory(folder.resolve("..2"));
    Files.writeString(second.resolve("keys"), Jwks.set(B));
    Path data = Files.createSymbolicLink(folder.resolve("..data"), Path.of("..1"));
    Path file = Files.createSymbolicLink(folder.resolve("keys"), Path.of("..data/keys"));
    FileKeys keys = started(file);
    assertThat(locate(keys, "a")).isTrue();

    Path swapped = Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of("..2"));
    Files.move(swapped, data, StandardCopyOption.ATOMIC_MOVE);
    executor.advance(WITHIN);

    assertThat(locate(keys, "a")).isFalse();
    assertThat(locate(keys, "b")).isTrue();
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", "garbage", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"R", "gone"})
  void brokenFileKeepsTheKeysFromBefore(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("keys"), Jwks.set(A));
    FileKeys keys = started(file);
    if (text.equals("gone")) {
      Files.delete(file);
    } else {
      Files.writeString(file, text);
    }
    executor.advance(Duration.ofDays(2));

    assertThat(locate(keys, "a")).isTrue();
    assertThat(events.others).as("told once").hasSize(1);
    KeysReloadFailed failed = (KeysReloadFailed) events.others.get(0);
    assertThat(failed.source()).isEqualTo(file.toString());
    assertThat(failed.reason()).startsWith(text.equals("gone") ? "there is no file" : "found ");
    assertThat(keys.state())
        .isEqualTo(
            new KeySetState(
                file.toString(),
                true,
                Optional.of(Duration.ofDays(2)),
                List.of("a"),
                Optional.of(failed.reason())));
  }

  @Test
  void privateKeyByMistakeKeepsTheKeysFromBefore() throws Exception {
    Path file = Files.writeString(folder.resolve("keys"), Pem.of(A));
    FileKeys keys = started(file);
    Files.writeString(file, Pem.privateOf(B));
    executor.advance(WITHIN);

    assertThat(keys.locate(Headers.of("RS256", "any")).map(VerificationKey::key))
        .contains(A.verification());
    assertThat(((KeysReloadFailed) events.others.get(0)).reason()).contains("private key");
  }

  @Test
  void mendedFileTakesEffect() throws Exception {
    Path file = Files.writeString(folder.resolve("keys"), Jwks.set(A));
    FileKeys keys = started(file);
    Files.writeString(file, "garbage");
    executor.advance(WITHIN);
    Files.writeString(file, Jwks.set(B));
    executor.advance(WITHIN);

    assertThat(locate(keys, "b")).isTrue();
    assertThat(keys.state().lastError()).isEmpty();
  }

  @Test
  void fileThatIsAsItWasAgainIsTold() throws Exception {
    Path file = Files.writeString(folder.resolve("keys"), Jwks.set(A));
    FileKeys keys = started(file);
    Files.delete(file);
    executor.advance(WITHIN);
    Files.writeString(file, Jwks.set(A));
    executor.advance(WITHIN);

    assertThat(keys.state().lastError()).isEmpty();
    assertThat(events.others).hasSize(2).last().isInstanceOf(KeysReloaded.class);
  }

  @Test
  void unchangedFileKeepsTheVerySameKeysAndIsNoNews() throws Exception {
    Path file = Files.writeString(folder.resolve("keys"), Jwks.set(A));
    FileKeys keys = started(file);
    VerificationKey before = keys.locate(Headers.of("RS256", "a")).orElseThrow();
    executor.advance(Duration.ofMinutes(1));

    assertThat(keys.locate(Headers.of("RS256", "a")).orElseThrow()).isSameAs(before);
    assertThat(events.others).isEmpty();
    assertThat(keys.state().age()).contains(Duration.ZERO);
    assertThat(executor.waiting()).isEqualTo(1);
  }

  @Test
  void keepsLookingWhateverIsThrown() throws Exception {
    Path file = Files.writeString(folder.resolve("keys"), Jwks.set(A));
    JwkSet set = parsed(Jwks.set(A));
    KeyFile.Format<JwkSet> broken =
        text -> {
          throw new IllegalStateException("a bug");
        };
    FileKeys keys = started(new KeyFile<>(file, broken), Jwks.set(A), set);
    Files.writeString(file, Jwks.set(B));
    executor.advance(WITHIN);

    assertThat(keys.state().lastError()).contains("java.lang.IllegalStateException: a bug");
    assertThat(executor.waiting()).isEqualTo(1);
  }

  @Test
  void looksNoMoreOnceClosed() throws Exception {
    Path file = Files.writeString(folder.resolve("keys"), Jwks.set(A));
    FileKeys keys = started(file);
    keys.file().close();
    Files.writeString(file, Jwks.set(B));
    executor.advance(WITHIN);

    assertThat(locate(keys, "a")).isTrue();
    assertThat(executor.waiting()).isZero();
  }

  private FileKeys started(Path path) throws IOException, KeyFormatException {
    String text = Files.readString(path);
    return started(new KeyFile<>(path, FileKeysTest::parsed), text, parsed(text));
  }

  private FileKeys started(KeyFile<JwkSet> file, String text, JwkSet set) {
    WatchedFile<JwkSet> watched =
        new WatchedFile<>(
            file, text, set, JwkSet::keyIds, clock, executor, GateListener.all(List.of(events)));
    watched.start();
    return new FileKeys(watched);
  }

  private static JwkSet parsed(String text) throws KeyFormatException {
    return KeyDocument.parse(text, new KeyPolicy(false), skipped -> {});
  }

  private static boolean locate(FileKeys keys, String kid) {
    return keys.locate(Headers.of("RS256", kid)).isPresent();
  }
}
