package dev.vouchgate.keys;

import dev.vouchgate.jws.JoseHeader;
import java.util.Optional;

/** Keys that do not change while the application runs. */
public final class FixedKeys implements KeyLocator {
  private final JwkSet set;

  /**
   * Creates a locator.
   *
   * @param set the keys
   */
  public FixedKeys(JwkSet set) {
    this.set = set;
  }

  @Override
  public Optional<VerificationKey> locate(JoseHeader header) {
    return set.select(header);
  }
}
