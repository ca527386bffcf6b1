package dev.vouchgate.keys;

import java.nio.file.Path;

/**
 * A file with keys, and how it is read.
 *
 * @param path where it is; symbolic links on the way may come to lead elsewhere
 * @param format makes keys of its text
 */
public record KeyFile(Path path, Format format) {

  /** Makes keys of a text. */
  @FunctionalInterface
  public interface Format {
    /**
     * Reads the keys.
     *
     * @param text the text of the file
     * @return the keys
     * @throws KeyFormatException if there is none that could be used
     */
    JwkSet keys(String text) throws KeyFormatException;
  }
}
