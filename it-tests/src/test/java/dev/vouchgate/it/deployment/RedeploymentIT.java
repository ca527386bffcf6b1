package dev.vouchgate.it.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.Poll;
import dev.vouchgate.it.deployment.app.GuardedMarker;
import dev.vouchgate.it.deployment.app.PlainMarker;
import dev.vouchgate.it.deployment.app.StaffServlet;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that comes and goes again and again. */
@Tag("matrix")
@Tag("redeployment")
@ExtendWith(SharedServer.class)
class RedeploymentIT {
  private static final System.Logger LOG = System.getLogger(RedeploymentIT.class.getName());
  private static final int TIMES = 10;
  private static final int COLLECTIONS = 4;
  private static final int REQUESTS = 100;

  /** What the server may keep all the same: docs/containers.md says where that is one. */
  private static final int KEPT = Integer.getInteger("it.kept", 0);

  @Test
  void leaksNoMoreThanWithoutTheGate(Server server) throws Exception {
    try (TestIssuer issuer = new TestIssuer()) {
      WebArchive plain = Wars.of("plain", PlainMarker.class, StaffServlet.class);
      WebArchive guarded = Wars.guarded("guarded", issuer, GuardedMarker.class, StaffServlet.class);
      String token = issuer.token("alice", "staff");

      for (int i = 0; i < TIMES; i++) {
        try (Deployed application = Deployed.to(server, plain)) {
          assertThat(application.get("/staff", token).statusCode()).isGreaterThanOrEqualTo(400);
        }
        try (Deployed application = Deployed.to(server, guarded)) {
          assertThat(application.get("/staff", token).statusCode()).isEqualTo(200);
        }
      }

      // Some servers keep the application that was last, or that a connection or one of their
      // threads was last used for.
      try (Deployed last = Deployed.to(server, Wars.of("last", StaffServlet.class))) {
        assertThat(last.statuses("/staff", REQUESTS)).allMatch(status -> status >= 400);
      }

      // What waits for its cleaner or its finalizer takes more than one collection.
      for (int i = 0; i < COLLECTIONS; i++) {
        Alive.in(server);
      }
      Poll.until(
          Duration.ofMinutes(1),
          "classes of the guarded application go as those of the plain one do",
          () -> Alive.in(server).isNoMoreGuarded());
    }
  }

  /**
   * How many deployments are still alive.
   *
   * @param plain of the application without the gate
   * @param guarded of the application with it
   */
  private record Alive(long plain, long guarded) {

    /** Collects garbage and counts: the JVM lists a class once for each loader that has objects. */
    static Alive in(Server server) {
      Path java = Path.of(server.handle().info().command().orElseThrow());
      String jcmd = java.resolveSibling("jcmd").toString();
      String pid = Long.toString(server.handle().pid());
      try {
        Process process =
            new ProcessBuilder(jcmd, pid, "GC.class_histogram").redirectErrorStream(true).start();
        List<String> histogram =
            new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
        assertThat(histogram).anyMatch(line -> line.contains(" java.lang.String"));
        Alive found =
            new Alive(count(PlainMarker.class, histogram), count(GuardedMarker.class, histogram));
        LOG.log(Level.INFO, "Of {0} deployments each: {1}", TIMES, found);
        return found;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    boolean isNoMoreGuarded() {
      return guarded <= plain + KEPT;
    }

    private static long count(Class<?> marker, List<String> histogram) {
      return histogram.stream().filter(line -> line.endsWith(" " + marker.getName())).count();
    }
  }
}
