package dev.vouchgate.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.it.deployment.app.JacksonServlet;
import dev.vouchgate.it.deployment.app.StaffServlet;
import dev.vouchgate.it.deployment.app.WhoApplication;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.server.Server;
import java.lang.System.Logger.Level;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Applications with another jackson-core than the one that travels with us. Whether theirs or the
 * server's comes first is the server's affair: an application without us is asked.
 */
@Tag("matrix")
@ExtendWith(SharedServer.class)
class OwnJacksonIT {
  private static final System.Logger LOG = System.getLogger(OwnJacksonIT.class.getName());
  private static final TestIssuer ISSUER = new TestIssuer();

  @AfterAll
  static void endIssuer() {
    ISSUER.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"2.14.3", "2.15.4", "2.22.3"})
  void worksOrIsRefusedAtDeployment(String brought, Server server) throws Exception {
    String found = versionFoundFirst(brought, server);
    WebArchive war =
        with(
            brought, Wars.guarded("jackson-own", ISSUER, StaffServlet.class, WhoApplication.class));

    if (found.equals("2.14.3")) {
      assertThatThrownBy(() -> Deployed.to(server, war)).isInstanceOf(IllegalStateException.class);
      assertThat(Files.readString(SharedServer.LOG))
          .contains("Vouchgate cannot start: jackson-core 2.14.3 was found at ")
          .contains("expected 2.15 or newer. Put a newer jackson-core into WEB-INF/lib");
    } else {
      try (Deployed application = Deployed.to(server, war)) {
        assertThat(application.get("/staff", ISSUER.token("alice", "staff")).body())
            .isEqualTo("alice staff=true user=false");
        assertThat(application.get("/staff", ISSUER.tamperedToken("alice")).statusCode())
            .isEqualTo(401);
      }
    }
  }

  private static String versionFoundFirst(String brought, Server server) throws Exception {
    WebArchive war =
        with(brought, Wars.of("jackson-probe", JacksonServlet.class, WhoApplication.class));
    try (Deployed application = Deployed.to(server, war)) {
      HttpResponse<String> answer = application.get("/jackson");
      assertThat(answer.statusCode()).isEqualTo(200);
      LOG.log(Level.INFO, "{0} is brought, {1} comes first", brought, answer.body());
      return answer.body();
    }
  }

  private static WebArchive with(String version, WebArchive war) {
    List<ArchivePath> travelling =
        war.getContent(path -> path.get().contains("/jackson-core-")).keySet().stream().toList();
    travelling.forEach(war::delete);
    return war.addAsLibrary(
        Path.of(System.getProperty("jackson.jars"), "jackson-core-" + version + ".jar").toFile());
  }
}
