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
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample with a web.xml by which the container calls nobody's initializers: CDI and REST are
 * started by name, and neither the servlet filter nor the authentication module is there.
 */
@Tag("servlet-container")
class NoInitializerIT {
  private static final String WEB_XML =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <absolute-ordering/>
        <listener>
          <listener-class>org.jboss.weld.environment.servlet.Listener</listener-class>
        </listener>
        <servlet>
          <servlet-name>rest</servlet-name>
          <servlet-class>org.glassfish.jersey.servlet.ServletContainer</servlet-class>
          <init-param>
            <param-name>jakarta.ws.rs.Application</param-name>
            <param-value>dev.vouchgate.sample.OrdersApplication</param-value>
          </init-param>
        </servlet>
        <servlet-mapping>
          <servlet-name>rest</servlet-name>
          <url-pattern>/*</url-pattern>
        </servlet-mapping>
      </web-app>
      """;

  @Test
  void isNotDeployedOpen(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("sample.war");
    Path log = folder.resolve("server.log");
    try (TestIssuer issuer = new TestIssuer()) {
      WebArchive war = SampleWar.trusting(issuer);
      war.delete("/WEB-INF/web.xml");
      war.setWebXML(new StringAsset(WEB_XML)).as(ZipExporter.class).exportTo(file.toFile());
    }

    try (Server server = Column.underTest().start(ServerOptions.loggingTo(log))) {
      assertThatThrownBy(() -> server.deploy("sample", "/", file))
          .isInstanceOf(IllegalStateException.class);

      HttpRequest open = HttpRequest.newBuilder(server.baseUri().resolve("public")).build();
      assertThat(HttpClient.newHttpClient().send(open, BodyHandlers.ofString()).statusCode())
          .isGreaterThanOrEqualTo(400);
    }

    assertThat(Files.readString(log))
        .contains("Nobody asks who calls the application /")
        .contains("<absolute-ordering>");
  }
}
