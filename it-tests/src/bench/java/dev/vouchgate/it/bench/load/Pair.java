package dev.vouchgate.it.bench.load;

import dev.vouchgate.it.payara.PayaraMicro;
import dev.vouchgate.it.server.JavaHome;
import dev.vouchgate.it.server.Server;
import dev.vouchgate.it.server.ServerOptions;
import java.nio.file.Path;
import java.util.List;

/** A server that is put under load twice: with the gate, and without it. */
public enum Pair {
  TOMCAT("with the servlet filter", "without it") {
    @Override
    Server start(JavaHome java, ServerOptions options, Path archive) {
      return EmbeddedTomcat.start(java, options, archive);
    }
  },
  PAYARA_MICRO("with the extension", "with an authentication module that sets a fixed caller") {
    @Override
    Server start(JavaHome java, ServerOptions options, Path archive) {
      Server server = PayaraMicro.start(java, options);
      server.deploy("load", "/", archive);
      return server;
    }
  };

  /**
   * Last, where they take the place of those by which servers start fast: the compiler, the
   * collector and the memory of production.
   */
  static final List<String> JVM =
      List.of(
          "-XX:TieredStopAtLevel=4",
          "-XX:-UseSerialGC",
          "-XX:+UseG1GC",
          "-XX:SoftRefLRUPolicyMSPerMB=1000",
          "-Xms1g",
          "-Xmx1g");

  private final String with;
  private final String without;

  Pair(String with, String without) {
    this.with = with;
    this.without = without;
  }

  /** What one has of which the other knows nothing. */
  public String with() {
    return with;
  }

  public String without() {
    return without;
  }

  /** Starts a server that serves the archive at its root. */
  abstract Server start(JavaHome java, ServerOptions options, Path archive);
}
