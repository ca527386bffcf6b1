package dev.vouchgate.filter.tomcat;

import dev.vouchgate.testing.HttpCall;
import dev.vouchgate.testing.KeyStores;
import dev.vouchgate.testing.TestKey;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Constants;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.scan.StandardJarScanner;

/**
 * A Tomcat in this process on a free port of 127.0.0.1: neither CDI nor MicroProfile, only what the
 * Servlet specification gives a jar.
 */
final class TomcatUnderTest implements AutoCloseable {
  private final Tomcat tomcat = new Tomcat();
  private final TomcatLog log = new TomcatLog();
  private final Path base;

  TomcatUnderTest() {
    try {
      base = Files.createTempDirectory("tomcat");
      tomcat.setBaseDir(base.toString());
      Connector connector = new Connector();
      connector.setPort(0);
      connector.setProperty("address", "127.0.0.1");
      connector.setProperty("maxHttpRequestHeaderSize", "65536");
      tomcat.setConnector(connector);
      ErrorReportValve brief = new ErrorReportValve();
      brief.setShowReport(false);
      brief.setShowServerInfo(false);
      tomcat.getHost().getPipeline().addValve(brief);
      tomcat.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Listens for TLS as well, and asks clients for a certificate of those keys; the port. */
  int listenForTls(TestKey own, TestKey... clients) {
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("SSLEnabled", "true");
    connector.setScheme("https");
    connector.setSecure(true);
    SSLHostConfig tls = new SSLHostConfig();
    tls.setCertificateVerification("optional");
    tls.setTrustStore(KeyStores.trusting(clients));
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(tls, SSLHostConfigCertificate.Type.RSA);
    certificate.setCertificateKeystore(KeyStores.of(own));
    certificate.setCertificateKeystorePassword(KeyStores.PASSWORD);
    tls.addCertificate(certificate);
    connector.addSslHostConfig(tls);
    tomcat.getService().addConnector(connector);
    return connector.getLocalPort();
  }

  /** Deploys an application; whether it started, {@link #isRunning} tells. */
  Context deploy(String contextPath, TestApplication application) {
    return deploy(contextPath, application, TomcatUnderTest.class.getClassLoader());
  }

  /** Deploys an application that sees, besides its own, the classes of that loader. */
  Context deploy(String contextPath, TestApplication application, ClassLoader parent) {
    Path folder = base.resolve("webapps" + contextPath.replace('/', '-'));
    application.writeTo(folder);
    StandardContext context = new StandardContext();
    context.setPath(contextPath);
    context.setName(contextPath);
    context.setDocBase(folder.toString());
    context.setParentClassLoader(parent);
    context.setThrowOnFailure(false); // an application that does not start is a test's affair
    ContextConfig config = new ContextConfig();
    config.setDefaultWebXml(Constants.NoDefaultWebXml);
    context.addLifecycleListener(config);
    StandardJarScanner scanner = new StandardJarScanner();
    scanner.setScanClassPath(false);
    scanner.setScanManifest(false);
    context.setJarScanner(scanner);
    add(context, Map.of("/", new DefaultServlet()));
    add(context, application.servlets());
    tomcat.getHost().addChild(context);
    return context;
  }

  /** Stops an application and takes it away. */
  void undeploy(Context context) {
    tomcat.getHost().removeChild(context);
  }

  static boolean isRunning(Context context) {
    return context.getState().isAvailable();
  }

  static ServletContext application(Context context) {
    return context.getServletContext();
  }

  /** A GET, to be completed and sent. */
  HttpCall get(String target) {
    return HttpCall.get(port(), target);
  }

  int port() {
    return tomcat.getConnector().getLocalPort();
  }

  /** What Tomcat and the applications wrote to the log. */
  TomcatLog log() {
    return log;
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
      try (Stream<Path> files = Files.walk(base)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    } finally {
      log.close();
    }
  }

  private static void add(StandardContext context, Map<String, Servlet> servlets) {
    servlets.forEach(
        (pattern, servlet) -> {
          Tomcat.addServlet(context, pattern, servlet).setAsyncSupported(true);
          context.addServletMappingDecoded(pattern, pattern);
        });
  }
}
