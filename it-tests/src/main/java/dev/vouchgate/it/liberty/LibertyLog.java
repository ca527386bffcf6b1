package dev.vouchgate.it.liberty;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a server has logged so far.
 *
 * @param file its {@code messages.log}
 */
record LibertyLog(Path file) {

  /** Where the log ends now, in bytes. */
  long end() {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What has been logged since it ended there; empty if there is nothing yet. */
  String after(long end) {
    if (Files.notExists(file)) {
      return "";
    }
    try (InputStream stream = Files.newInputStream(file)) {
      stream.skipNBytes(end);
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
