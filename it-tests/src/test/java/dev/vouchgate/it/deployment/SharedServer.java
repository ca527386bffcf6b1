package dev.vouchgate.it.deployment;

import dev.vouchgate.it.matrix.Column;
import dev.vouchgate.it.server.Server;
import dev.vouchgate.it.server.ServerOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One server for all tests of this room, ended after the last of them. */
final class SharedServer implements ParameterResolver {
  /** Where the server logs to. */
  static final Path LOG = Path.of("target/deployment-server.log");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Server.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(Namespace.create(SharedServer.class))
        .getOrComputeIfAbsent(Started.class, key -> new Started(), Started.class)
        .server;
  }

  private static final class Started implements AutoCloseable {
    private final Server server = Column.underTest().start(ServerOptions.loggingTo(LOG));

    @Override
    public void close() {
      server.close();
    }
  }
}
