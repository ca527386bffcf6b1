package dev.vouchgate.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.deployment.app.NeighbourApplication;
import dev.vouchgate.it.deployment.app.NeighbourResource;
import dev.vouchgate.it.deployment.app.StaffBean;
import dev.vouchgate.it.deployment.app.StaffServlet;
import dev.vouchgate.it.deployment.app.WhoApplication;
import dev.vouchgate.it.deployment.app.WhoResource;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.server.Server;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application of ours beside one that relies on the server's own MicroProfile JWT. */
@Tag("matrix")
@Tag("built-in")
@ExtendWith(SharedServer.class)
class BuiltInNeighbourIT {
  private static final TestIssuer OURS = new TestIssuer();
  private static final TestIssuer THEIRS = new TestIssuer();

  @AfterAll
  static void endIssuers() {
    OURS.close();
    THEIRS.close();
  }

  @Test
  void keepsItsOwnThoughWeCameFirst(Server server) throws Exception {
    try (Deployed ours = Deployed.to(server, ours());
        Deployed neighbour = Deployed.to(server, neighbour())) {
      assertEachHasItsOwn(ours, neighbour);
    }
  }

  @Test
  void keepsItsOwnWhenWeComeAndWhenWeGo(Server server) throws Exception {
    try (Deployed neighbour = Deployed.to(server, neighbour())) {
      try (Deployed ours = Deployed.to(server, ours())) {
        assertEachHasItsOwn(ours, neighbour);
      }
      assertServed(neighbour);
    }
  }

  private static void assertEachHasItsOwn(Deployed ours, Deployed neighbour) throws Exception {
    assertServed(neighbour);
    for (String path : new String[] {"/rest/who/staff", "/rest/who/bean", "/staff"}) {
      assertThat(ours.get(path, OURS.token("alice", "staff")).statusCode()).as(path).isEqualTo(200);
      HttpResponse<String> foreign = ours.get(path, THEIRS.token("bob", "staff"));
      assertThat(foreign.statusCode()).as(path).isEqualTo(401);
      assertThat(foreign.headers().firstValue("WWW-Authenticate").orElse(""))
          .startsWith("Bearer realm=\"vouchgate\", error=\"invalid_token\"");
    }
    assertServed(neighbour);
  }

  private static void assertServed(Deployed neighbour) throws Exception {
    HttpResponse<String> bob = neighbour.get("/rest/who", THEIRS.token("bob", "user"));
    assertThat(bob.statusCode()).isEqualTo(200);
    assertThat(bob.body()).startsWith("bob by ").doesNotContain("vouchgate");

    HttpResponse<String> alice = neighbour.get("/rest/who", OURS.token("alice", "user"));
    assertThat(alice.statusCode()).isGreaterThanOrEqualTo(400); // some have 500 for it
    assertThat(alice.headers().firstValue("WWW-Authenticate").orElse(""))
        .doesNotContain("vouchgate");
  }

  private static WebArchive ours() {
    return Wars.guarded(
        "ours", OURS, WhoApplication.class, WhoResource.class, StaffBean.class, StaffServlet.class);
  }

  private static WebArchive neighbour() {
    return Wars.withSettings(
        Wars.of("neighbour", NeighbourApplication.class, NeighbourResource.class),
        THEIRS,
        Map.of());
  }
}
