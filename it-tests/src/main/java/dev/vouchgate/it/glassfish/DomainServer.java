package dev.vouchgate.it.glassfish;

import dev.vouchgate.it.server.FreePort;
import dev.vouchgate.it.server.JavaHome;
import dev.vouchgate.it.server.LaunchedServer;
import dev.vouchgate.it.server.ServerOptions;
import dev.vouchgate.it.server.ServerProcess;
import dev.vouchgate.it.server.TemporaryFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A running GlassFish or Payara Server, its domain a copy of the one in the distribution. */
public final class DomainServer extends LaunchedServer {

  private static final String DOMAIN = "domain1";

  private final Administration administration;

  private DomainServer(
      Distribution distribution, ServerProcess process, int httpPort, int adminPort) {
    super(distribution.title(), process, httpPort);
    this.administration = new Administration(distribution.title(), adminPort);
  }

  /**
   * Starts a distribution that has been unpacked, and waits until it takes deployments.
   *
   * @throws IllegalStateException if it does not start; the reason is in its log
   */
  public static DomainServer start(Distribution distribution, ServerOptions options) {
    int httpPort = options.httpPort() == 0 ? FreePort.any() : options.httpPort();
    int adminPort = FreePort.any();
    try {
      Path folder = Files.createTempDirectory("domain-");
      Path domain = folder.resolve(DOMAIN);
      TemporaryFolder.copy(distribution.root().resolve("domains").resolve(DOMAIN), domain);
      Path file = domain.resolve("config/domain.xml");
      DomainXml xml = DomainXml.read(file);
      xml.bindToLoopback(httpPort, adminPort);
      xml.write(file);
      List<String> jvm = jvmOptions(distribution, xml, domain);
      options.systemProperties().forEach((name, value) -> jvm.add("-D" + name + "=" + value));
      ServerProcess process =
          ServerProcess.start(
              JavaHome.ofVersion(distribution.javaVersion()),
              folder,
              jvm,
              distribution.classPath(),
              main(distribution, domain),
              options.log());
      DomainServer server = new DomainServer(distribution, process, httpPort, adminPort);
      server.awaitStart(server.administration::takesCommands);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void deploy(String name, String contextRoot, Path archive) {
    administration.execute(
        "deploy",
        archive.toAbsolutePath().toString(),
        Map.of("name", name, "contextroot", contextRoot));
  }

  @Override
  public void undeploy(String name) {
    administration.execute("undeploy", name, Map.of());
  }

  private static List<String> jvmOptions(Distribution distribution, DomainXml xml, Path domain)
      throws IOException {
    String root = distribution.root().toString();
    List<String> options = new ArrayList<>(distribution.jvmOptions());
    for (String option : xml.jvmOptions(distribution.javaVersion())) {
      options.add(
          option
              .replace("${com.sun.aas.instanceRoot}", domain.toString())
              .replace("${com.sun.aas.installRoot}", root));
    }
    options.add("-Dcom.sun.aas.instanceRoot=" + domain);
    options.add("-Dcom.sun.aas.installRoot=" + root);
    return options;
  }

  private static List<String> main(Distribution distribution, Path domain) {
    List<String> main = new ArrayList<>();
    main.add(distribution.main());
    main.addAll(List.of("-domaindir", domain.toString(), "-domainname", DOMAIN));
    main.addAll(List.of("-instancename", "server", "-type", "DAS"));
    main.addAll(List.of("-upgrade", "false"));
    main.addAll(List.of("-verbose", "true")); // the log on standard output
    return main;
  }
}
