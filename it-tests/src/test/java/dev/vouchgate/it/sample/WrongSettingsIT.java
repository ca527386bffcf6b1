package dev.vouchgate.it.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.it.matrix.Column;
import dev.vouchgate.it.server.Server;
import dev.vouchgate.it.server.ServerOptions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample with settings that cannot be worked with. */
@Tag("matrix")
class WrongSettingsIT {

  @Test
  void stopTheDeploymentWithOneMessageThatNamesThemAll(@TempDir Path folder) throws Exception {
    Path war = folder.resolve("sample.war");
    SampleWar.with(
            Map.of(
                "mp.jwt.verify.publickey.location", "no-such-key.pem",
                "mp.jwt.verify.clock.skew", "soon",
                "vouchgate.polices.default", "deny"))
        .as(ZipExporter.class)
        .exportTo(war.toFile());
    Path log = folder.resolve("server.log");

    try (Server server = Column.underTest().start(ServerOptions.loggingTo(log))) {
      assertThatThrownBy(() -> server.deploy("sample", "/", war))
          .isInstanceOf(IllegalStateException.class);

      HttpRequest open = HttpRequest.newBuilder(server.baseUri().resolve("public")).build();
      assertThat(HttpClient.newHttpClient().send(open, BodyHandlers.ofString()).statusCode())
          .isGreaterThanOrEqualTo(400);
    }

    assertThat(Files.readString(log))
        .contains("4 settings are wrong")
        .contains("mp.jwt.verify.issuer: was not set")
        .contains("mp.jwt.verify.publickey.location: ")
        .contains("mp.jwt.verify.clock.skew: was soon; expected")
        .contains("vouchgate.polices.default: there is no such setting");
  }
}
