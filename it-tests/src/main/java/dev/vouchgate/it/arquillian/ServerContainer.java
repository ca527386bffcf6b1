package dev.vouchgate.it.arquillian;

import static java.util.Objects.requireNonNull;

import dev.vouchgate.it.matrix.Column;
import dev.vouchgate.it.server.Server;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jspecify.annotations.Nullable;

/** Starts the server with the suite and ends it after; tests run as clients. */
public final class ServerContainer implements DeployableContainer<ServerConfiguration> {

  private ServerConfiguration configuration = new ServerConfiguration();
  private @Nullable Server server;

  @Override
  public Class<ServerConfiguration> getConfigurationClass() {
    return ServerConfiguration.class;
  }

  @Override
  public ProtocolDescription getDefaultProtocol() {
    return new ProtocolDescription("Local");
  }

  @Override
  public void setup(ServerConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  public void start() throws LifecycleException {
    try {
      Server started = Column.underTest().start(configuration.options());
      server = started;
      if (!configuration.baseUriProperty().isEmpty()) {
        System.setProperty(configuration.baseUriProperty(), started.baseUri().toString());
      }
    } catch (IllegalStateException e) {
      throw new LifecycleException(e.getMessage(), e);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
    Server running = running();
    try {
      Path folder = Files.createTempDirectory("archive-");
      Path file = folder.resolve(archive.getName());
      try {
        archive.as(ZipExporter.class).exportTo(file.toFile());
        running.deploy(applicationName(archive), configuration.contextRoot(), file);
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException | IllegalStateException e) {
      throw new DeploymentException("The server did not take " + archive.getName(), e);
    }
    HTTPContext http = new HTTPContext(running.baseUri().getHost(), running.baseUri().getPort());
    http.add(new Servlet("default", configuration.contextRoot()));
    return new ProtocolMetaData().addContext(http);
  }

  @Override
  public void undeploy(Archive<?> archive) throws DeploymentException {
    try {
      running().undeploy(applicationName(archive));
    } catch (IllegalStateException e) {
      throw new DeploymentException("The server did not let go of " + archive.getName(), e);
    }
  }

  private Server running() {
    return requireNonNull(server, "Arquillian starts the container before it deploys to it.");
  }

  private static String applicationName(Archive<?> archive) {
    return archive.getName().replaceFirst("\\.[a-z]+$", "");
  }
}
