package dev.vouchgate.config;

import dev.vouchgate.keys.KeyLocator;
import dev.vouchgate.observe.KeySetState;
import java.util.function.Supplier;

/**
 * One issuer's keys at work.
 *
 * @param locator finds them
 * @param current tells how they are
 * @param end ends their upkeep; what was found last stays readable
 */
record KeySource(KeyLocator locator, Supplier<KeySetState> current, Runnable end)
    implements AutoCloseable {

  KeySetState state() {
    return current.get();
  }

  @Override
  public void close() {
    end.run();
  }
}
