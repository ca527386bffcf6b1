package dev.vouchgate.config;

import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyFile;
import java.util.List;
import java.util.Optional;

/**
 * Keys that an operator configured, as they were at deployment.
 *
 * @param source the setting or the file that has them
 * @param text what they were made of
 * @param keys the keys
 * @param file where they are read again when it changes; empty if they cannot change
 * @param <T> the keys
 */
record ConfiguredKeys<T>(String source, String text, T keys, Optional<KeyFile<T>> file) {

  /** No key at all. */
  static ConfiguredKeys<JwkSet> none() {
    return new ConfiguredKeys<>("configuration", "", new JwkSet(List.of()), Optional.empty());
  }

  /** Without the text, which may be a secret. */
  @Override
  public String toString() {
    return source;
  }
}
