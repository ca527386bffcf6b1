package dev.vouchgate.keys;

import dev.vouchgate.codec.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The last good key set of one source, on disk: so that an application which starts while the
 * source is down can judge tokens all the same.
 *
 * <p>The file is a few lines of text, a blank one, and the document as it was fetched. It is bound
 * to its source: under the name of another it is refused.
 */
final class KeySnapshot {
  private static final String FORMAT = "vouchgate key set 1";
  private static final int LINES = 5;

  /** No document is allowed to be larger. */
  private static final int MAX_BYTES = 16_777_216 + 4096;

  private static final Duration CLOCK_DRIFT = Duration.ofMinutes(1);

  private final PrivateFolder folder;
  private final KeySetAddress address;

  /** What the lines say. */
  @SuppressWarnings("ArrayRecordComponent") // taken apart at once
  private record Content(String source, Instant fetchedAt, Duration freshFor, byte[] body) {}

  /**
   * Creates it; nothing is read or written yet.
   *
   * @param folder where it lies
   * @param address whose keys it holds
   */
  KeySnapshot(PrivateFolder folder, KeySetAddress address) {
    this.folder = folder;
    this.address = address;
  }

  /** Replaces what is there. */
  void write(LoadedKeys keys) throws IOException {
    String head =
        String.join(
            "\n",
            keys.source().replace('\n', ' '),
            keys.fetchedAt().toString(),
            keys.freshFor().toString());
    byte[] rest = joined(head, keys.body());
    folder.write(name(), joined(String.join("\n", FORMAT, sourceHash(), hash(rest)), rest));
  }

  /**
   * Reads what is there, as strictly as if it had just been fetched.
   *
   * @param fetch how it would be fetched
   * @param skipped told of each key that is left out
   * @return the keys; empty if there is no snapshot
   * @throws IOException if it cannot be read, is damaged, of another source, too old, or from the
   *     future
   * @throws KeyFormatException if it has no usable key
   */
  Optional<LoadedKeys> read(KeyFetch fetch, Consumer<String> skipped)
      throws IOException, KeyFormatException {
    Optional<byte[]> file = folder.read(name(), MAX_BYTES);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Content content = content(file.get());
    Instant now = fetch.clock().instant();
    Duration freshFor = fetch.policy().freshFor(Optional.of(content.freshFor()));
    Instant usableUntil = content.fetchedAt().plus(freshFor).plus(fetch.policy().staleFor());
    if (content.fetchedAt().isAfter(now.plus(CLOCK_DRIFT))) {
      throw new IOException("it is of " + content.fetchedAt() + ", which is yet to come");
    }
    if (!now.isBefore(usableUntil)) {
      throw new IOException("it is of " + content.fetchedAt() + ", too old to judge by");
    }
    JwkSet set = KeyDocument.parsePublished(content.body(), fetch.keyPolicy(), skipped);
    return Optional.of(
        new LoadedKeys(
            set, content.source(), content.body(), content.fetchedAt(), freshFor, usableUntil));
  }

  private Content content(byte[] file) throws IOException {
    Parts outer = Parts.of(file, LINES - 2);
    if (!outer.lines().get(0).equals(FORMAT)) {
      throw new IOException("it is no snapshot of this version");
    }
    if (!outer.lines().get(1).equals(sourceHash())) {
      throw new IOException("it is of another source");
    }
    if (!outer.lines().get(2).equals(hash(outer.rest()))) {
      throw new IOException("it is damaged");
    }
    Parts inner = Parts.of(outer.rest(), LINES - 2);
    try {
      return new Content(
          inner.lines().get(0),
          Instant.parse(inner.lines().get(1)),
          Duration.parse(inner.lines().get(2)),
          inner.rest());
    } catch (DateTimeException e) {
      throw new IOException("it is damaged", e);
    }
  }

  /**
   * Lines at the beginning, and what follows the last of them.
   *
   * @param lines without their ends
   * @param rest of the bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // taken apart at once
  private record Parts(List<String> lines, byte[] rest) {
    static Parts of(byte[] bytes, int lines) throws IOException {
      int end = -1;
      for (int line = 0; line < lines; line++) {
        do {
          end++;
          if (end >= bytes.length) {
            throw new IOException("it is damaged");
          }
        } while (bytes[end] != '\n');
      }
      String head = new String(bytes, 0, end, StandardCharsets.UTF_8);
      return new Parts(
          List.of(head.split("\n", -1)), Arrays.copyOfRange(bytes, end + 1, bytes.length));
    }
  }

  private String name() {
    return "keys-" + sourceHash().substring(0, 32) + ".snapshot";
  }

  /** Not the source itself, for its address may hold a secret. */
  private String sourceHash() {
    return hash(address.identity().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] joined(String head, byte[] rest) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length() + 1 + rest.length);
    bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    bytes.write('\n');
    bytes.writeBytes(rest);
    return bytes.toByteArray();
  }

  private static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(Sha256.digest(bytes));
  }
}
