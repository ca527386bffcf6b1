package dev.vouchgate.keys;

import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.observe.KeySetState;
import java.util.Optional;

/**
 * Verification keys in a file that may change.
 *
 * @param file the file; closed by whoever opened it
 */
public record FileKeys(WatchedFile<JwkSet> file) implements KeyLocator {

  @Override
  public Optional<VerificationKey> locate(JoseHeader header) {
    return file.keys().select(header);
  }

  /** How the keys are now. */
  public KeySetState state() {
    return new KeySetState(
        file.source(), true, Optional.of(file.age()), file.keys().keyIds(), file.lastError());
  }
}
