package dev.vouchgate.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.deployment.app.StaffBean;
import dev.vouchgate.it.deployment.app.StaffServlet;
import dev.vouchgate.it.deployment.app.WhoApplication;
import dev.vouchgate.it.deployment.app.WhoResource;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.server.Server;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two applications in one server that trust different issuers. */
@Tag("matrix")
@ExtendWith(SharedServer.class)
class TwoApplicationsIT {
  private static final TestIssuer SHOP = new TestIssuer();
  private static final TestIssuer MARKET = new TestIssuer();

  private static Deployed shop;
  private static Deployed market;

  @BeforeAll
  static void deploy(Server server) throws Exception {
    shop = Deployed.to(server, war("shop", SHOP, Map.of()));
    market =
        Deployed.to(server, war("market", MARKET, Map.of("vouchgate.roles.map.user", "staff")));
  }

  @AfterAll
  static void undeploy() {
    shop.close();
    market.close();
    SHOP.close();
    MARKET.close();
  }

  private static WebArchive war(String name, TestIssuer issuer, Map<String, String> settings) {
    return Wars.withSettings(
        Wars.withGate(
            Wars.of(
                name,
                WhoApplication.class,
                WhoResource.class,
                StaffBean.class,
                StaffServlet.class)),
        issuer,
        settings);
  }

  @Test
  void acceptTheirOwnTokensOnly() throws Exception {
    assertThat(shop.get("/rest/who/user", SHOP.token("alice", "user")).body()).isEqualTo("alice");
    assertThat(market.get("/rest/who/user", MARKET.token("bob", "user")).body()).isEqualTo("bob");

    assertThat(shop.get("/rest/who/user", MARKET.token("bob", "user")).statusCode()).isEqualTo(401);
    assertThat(market.get("/rest/who/user", SHOP.token("alice", "user")).statusCode())
        .isEqualTo(401);
    assertThat(shop.get("/staff", MARKET.token("bob", "staff")).statusCode()).isEqualTo(401);
    assertThat(market.get("/staff", SHOP.token("alice", "staff")).statusCode()).isEqualTo(401);
  }

  @Test
  void injectTheTokenThatEachWasSent() throws Exception {
    assertThat(shop.get("/rest/who/token", SHOP.token("alice", "user")).body())
        .isEqualTo(SHOP.name() + " [user]");
    assertThat(market.get("/rest/who/token", MARKET.token("bob", "user", "buyer")).body())
        .isEqualTo(MARKET.name() + " [buyer, user]");
  }

  @Test
  void mapRolesEachInItsOwnWay() throws Exception {
    String alice = SHOP.token("alice", "user");
    String bob = MARKET.token("bob", "user");
    for (String path : new String[] {"/rest/who/staff", "/rest/who/bean", "/staff"}) {
      assertThat(shop.get(path, alice).statusCode()).as(path).isEqualTo(403);
      assertThat(market.get(path, bob).statusCode()).as(path).isEqualTo(200);
    }
  }
}
