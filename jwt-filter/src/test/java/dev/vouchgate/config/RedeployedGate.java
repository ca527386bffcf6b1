package dev.vouchgate.config;

import dev.vouchgate.observe.GateListener;
import java.util.Map;
import java.util.concurrent.Callable;

/** An application that comes, builds its gate, and goes; loaded anew by a test. */
public final class RedeployedGate implements Callable<String> {

  /** Creates it. */
  public RedeployedGate() {}

  /** Lives, and tells which algorithms a provider was used for. */
  @Override
  public String call() {
    SettingsSource source =
        SettingsSource.of(Map.of("mp.jwt.verify.issuer", "http://127.0.0.1:1/nobody"));
    ClassLoader loader = RedeployedGate.class.getClassLoader();
    Settings settings = Settings.read(source, loader, new GateListener() {});
    return settings.tokens().signatures().algorithms().stream().sorted().toList().toString();
  }
}
