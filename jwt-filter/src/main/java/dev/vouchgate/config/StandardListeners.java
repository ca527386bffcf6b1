package dev.vouchgate.config;

import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.LoggingListener;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Who hears what a gate does, unless somebody says otherwise. */
final class StandardListeners {
  private StandardListeners() {}

  /** The log, then the services of the application in their order. */
  static GateListener of(ClassLoader loader) {
    List<GateListener> listeners = new ArrayList<>();
    listeners.add(new LoggingListener(Clock.systemUTC()));
    ServiceLoader.load(GateListener.class, loader).forEach(listeners::add);
    return GateListener.all(listeners);
  }
}
