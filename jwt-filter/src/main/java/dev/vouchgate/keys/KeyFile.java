package dev.vouchgate.keys;

import java.nio.file.Path;

/**
 * A file with keys, and how it is read.
 *
 * @param path where it is; symbolic links on the way may come to lead elsewhere
 * @param format makes keys of its text
 * @param <T> the keys
 */
public record KeyFile<T>(Path path, Format<T> format) {

  /**
   * Makes keys of a text.
   *
   * @param <T> the keys
   */
  @FunctionalInterface
  public interface Format<T> {
    /**
     * Reads the keys.
     *
     * @param text the text of the file
     * @return the keys
     * @throws KeyFormatException if there is none that could be used
     */
    T keys(String text) throws KeyFormatException;
  }
}
