package dev.vouchgate.it.jetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.it.sample.SampleWar;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.server.Server;
import dev.vouchgate.it.server.ServerOptions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample in a Jetty that nobody has told to show Jakarta Authentication to applications. */
@Tag("jetty")
class HiddenAuthenticationIT {

  @Test
  void stopsTheDeploymentAndSaysWhichLineIsMissing(@TempDir Path folder) throws Exception {
    Path war = folder.resolve("sample.war");
    Path log = folder.resolve("server.log");

    try (TestIssuer issuer = new TestIssuer();
        Server server = Jetty.startHidingAuthentication(ServerOptions.loggingTo(log))) {
      SampleWar.trusting(issuer).as(ZipExporter.class).exportTo(war.toFile());
      assertThatThrownBy(() -> server.deploy("sample", "/", war))
          .isInstanceOf(IllegalStateException.class);

      HttpRequest open = HttpRequest.newBuilder(server.baseUri().resolve("public")).build();
      assertThat(HttpClient.newHttpClient().send(open, BodyHandlers.ofString()).statusCode())
          .isIn(404, 503);
    }

    assertThat(Files.readString(log))
        .contains("jetty.webapp.addHiddenClasses+=,-jakarta.security.auth.message.");
  }
}
