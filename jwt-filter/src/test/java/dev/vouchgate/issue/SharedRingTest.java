package dev.vouchgate.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.codec.JsonWriter;
import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.MalformedTokenException;
import dev.vouchgate.keys.PrivateFolder;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.Together;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One ring, several nodes, one folder. */
class SharedRingTest {
  private static final RotationPolicy HOURLY =
      new RotationPolicy(
          JwsAlgorithm.ES256, Duration.ofHours(1), Duration.ofMinutes(12), Duration.ofMinutes(5));
  private static final byte[] SECRET = new byte[32];

  @TempDir private Path path;
  private final MutableClock clock = new MutableClock();

  @Test
  void signsWithTheSameKeyOnEveryNodeThroughRotations() throws Exception {
    SigningKeyRing one = node();
    SigningKeyRing other = node();
    for (int minutes = 0; minutes < 300; minutes += 3) {
      assertThat(other.active().keyId()).isEqualTo(one.active().keyId());
      clock.advance(Duration.ofMinutes(3));
    }
    assertThat(other.published()).isEqualTo(one.published());
  }

  @Test
  void signsWithNoKeyThatAnotherNodeDoesNotPublishYet() throws Exception {
    SigningKeyRing one = node();
    SigningKeyRing other = node();
    clock.advance(Duration.ofMinutes(48));
    one.active();
    clock.advance(Duration.ofMinutes(12));

    assertThat(other.published()).anyMatch(jwk -> jwk.get("kid").equals(one.active().keyId()));
  }

  @Test
  void goesOnWithItsKeysAfterARestart() throws Exception {
    String before = node().active().keyId();

    assertThat(node().active().keyId()).isEqualTo(before);
  }

  @Test
  void dropsAKeyOnAllNodesAsSoonAsTheyLookAgain() throws Exception {
    SigningKeyRing one = node();
    SigningKeyRing other = node();
    String dropped = one.active().keyId();
    one.revoke(dropped);
    clock.advance(Duration.ofMinutes(3));

    assertThat(other.active().keyId()).isNotEqualTo(dropped).isEqualTo(one.active().keyId());
    assertThat(other.published()).noneMatch(jwk -> jwk.get("kid").equals(dropped));
  }

  @Test
  void looksForAKeyOfAnotherNodeAtMostOnceASecond() throws Exception {
    SigningKeyRing one = node();
    RingKeys other = node().verificationKeys();
    one.revoke(one.active().keyId());
    String fresh = one.active().keyId();
    clock.advance(Duration.ofMillis(999));
    assertThat(other.locate(header(fresh))).isEmpty();

    clock.advance(Duration.ofMillis(1));
    assertThat(other.locate(header(fresh))).isPresent();
    assertThat(other.keyIds()).containsExactly(fresh);
  }

  @Test
  void goesOnVerifyingWhereTheFolderIsLost() throws Exception {
    SigningKeyRing ring = node();
    loseFolder();
    clock.advance(Duration.ofMinutes(1));
    ring.keepUp();

    assertThat(ring.verificationKeys().locate(header("unknown"))).isEmpty();
    assertThat(ring.verificationKeys().locate(header(ring.active().keyId()))).isPresent();
  }

  @Test
  void makesOneRingThoughAllNodesStartAtOnce() throws Exception {
    List<String> keys = Together.call(6, () -> node().active().keyId());

    assertThat(keys).containsOnly(node().active().keyId());
  }

  @Test
  void leavesThreeGenerationsAndNothingElse() throws Exception {
    SigningKeyRing ring = node();
    for (int hour = 0; hour < 10; hour++) {
      clock.advance(Duration.ofMinutes(30));
      ring.active();
    }
    assertThat(files())
        .hasSize(3)
        .allMatch(file -> file.getFileName().toString().matches("ring-\\d+"));
  }

  @Test
  void writesNoPrivateKeyInTheOpenAndForNobodyElseToRead() throws Exception {
    SigningKeyRing ring = node();
    byte[] key = ring.active().privateKey().getEncoded();
    for (Path file : files()) {
      String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      assertThat(content)
          .doesNotContain(new String(key, StandardCharsets.ISO_8859_1))
          .doesNotContain("private")
          .doesNotContain(ring.active().keyId());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void refusesARingThatWasSealedWithAnotherSecret() throws Exception {
    node();
    byte[] other = SECRET.clone();
    other[31] = 1;

    assertThatThrownBy(() -> SigningKeyRing.inFolder(HOURLY, clock, folder(), other))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("another secret");
  }

  @Test
  void refusesAnOldRingUnderTheNumberOfANewOne() throws Exception {
    node();
    Path file = files().get(0);
    Files.copy(file, file.resolveSibling("ring-2"));

    assertThatThrownBy(this::node).hasMessageContaining("generation 2 is damaged");
  }

  @Test
  void refusesARingThatWasChanged() throws Exception {
    node();
    Path file = files().get(0);
    byte[] bytes = Files.readAllBytes(file);
    for (int length : new int[] {0, 11, 12, 27, bytes.length - 1}) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatThrownBy(this::node).as(length + " bytes").hasMessageContaining("damaged");
    }
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(this::node).hasMessageContaining("damaged");
  }

  @Test
  void goesOnSigningWhereTheFolderIsLostUntilItsKeyIsOver() throws Exception {
    SigningKeyRing ring = node();
    String key = ring.active().keyId();
    loseFolder();
    clock.advance(Duration.ofMinutes(59));
    assertThat(ring.active().keyId()).isEqualTo(key);

    clock.advance(Duration.ofMinutes(1));
    assertThatThrownBy(ring::active).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void wantsASecretOf32Bytes() {
    assertThatThrownBy(() -> SigningKeyRing.inFolder(HOURLY, clock, folder(), new byte[31]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("32 bytes, not of 31");
  }

  private static JoseHeader header(String keyId) throws MalformedTokenException {
    return JoseHeader.parse(JsonWriter.object(Map.of("alg", "ES256", "kid", keyId)));
  }

  private SigningKeyRing node() throws IOException {
    return SigningKeyRing.inFolder(HOURLY, clock, folder(), SECRET);
  }

  private PrivateFolder folder() throws IOException {
    return PrivateFolder.open(path.resolve("ring"));
  }

  private void loseFolder() throws IOException {
    for (Path file : files()) {
      Files.write(file, new byte[0]);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(path.resolve("ring"))) {
      return files.toList();
    }
  }
}
