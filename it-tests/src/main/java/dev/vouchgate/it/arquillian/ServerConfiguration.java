package dev.vouchgate.it.arquillian;

import dev.vouchgate.it.server.ServerOptions;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Properties;
import org.jboss.arquillian.container.spi.ConfigurationException;
import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** The container's properties in {@code arquillian.xml}; each setter is one. */
public final class ServerConfiguration implements ContainerConfiguration {

  private String contextRoot = "/";
  private String log = "target/server.log";
  private String systemProperties = "";
  private String baseUriProperty = "";

  /** Where every archive is deployed, {@code /} by default. */
  public void setContextRoot(String contextRoot) {
    this.contextRoot = contextRoot;
  }

  /** The file that the server logs to, by default {@code target/server.log}. */
  public void setLog(String log) {
    this.log = log;
  }

  /** Properties of the server's JVM, one {@code name=value} a line; none by default. */
  public void setSystemProperties(String systemProperties) {
    this.systemProperties = systemProperties;
  }

  /**
   * The system property of <em>this</em> JVM that is to hold the server's base URI; none by
   * default.
   */
  public void setBaseUriProperty(String baseUriProperty) {
    this.baseUriProperty = baseUriProperty;
  }

  @Override
  public void validate() throws ConfigurationException {
    if (!contextRoot.startsWith("/")) {
      throw new ConfigurationException(
          "contextRoot is «" + contextRoot + "», expected a path that starts with a slash.");
    }
  }

  String contextRoot() {
    return contextRoot;
  }

  String baseUriProperty() {
    return baseUriProperty;
  }

  ServerOptions options() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(systemProperties));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Every suite of a run starts the container anew: the log is to have them all.
    ServerOptions options = ServerOptions.loggingTo(Redirect.appendTo(new File(log)));
    for (String name : properties.stringPropertyNames()) {
      options = options.withSystemProperty(name, properties.getProperty(name));
    }
    return options;
  }
}
