package dev.vouchgate.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.deployment.app.StaffBean;
import dev.vouchgate.it.deployment.app.StaffServlet;
import dev.vouchgate.it.deployment.app.WhoApplication;
import dev.vouchgate.it.deployment.app.WhoResource;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.server.Server;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** One enterprise archive with two web modules that trust different issuers. */
@Tag("matrix")
@Tag("ear")
@ExtendWith(SharedServer.class)
class EarIT {
  private static final TestIssuer SHOP = new TestIssuer();
  private static final TestIssuer MARKET = new TestIssuer();

  @AfterAll
  static void endIssuers() {
    SHOP.close();
    MARKET.close();
  }

  @RepeatedTest(3) // modules start side by side, in any order
  void hasModulesThatAcceptTheirOwnTokensOnly(Server server) throws Exception {
    EnterpriseArchive ear =
        ShrinkWrap.create(EnterpriseArchive.class, "mall.ear")
            .addAsModule(module("ear-shop", SHOP, Map.of()))
            .addAsModule(module("ear-market", MARKET, Map.of("vouchgate.roles.map.user", "staff")));
    try (Deployed mall = Deployed.to(server, ear)) {
      assertEachHasItsOwn(mall.module("ear-shop"), mall.module("ear-market"));
    }
  }

  private static void assertEachHasItsOwn(Deployed shop, Deployed market) throws Exception {
    String alice = SHOP.token("alice", "user");
    String bob = MARKET.token("bob", "user");

    assertThat(shop.get("/rest/who/token", alice).body()).isEqualTo(SHOP.name() + " [user]");
    assertThat(market.get("/rest/who/token", bob).body()).isEqualTo(MARKET.name() + " [user]");
    assertThat(shop.get("/rest/who/user", bob).statusCode()).isEqualTo(401);
    assertThat(market.get("/rest/who/user", alice).statusCode()).isEqualTo(401);
    for (String path : new String[] {"/rest/who/staff", "/rest/who/bean", "/staff"}) {
      assertThat(shop.get(path, alice).statusCode()).as(path).isEqualTo(403);
      assertThat(market.get(path, bob).statusCode()).as(path).isEqualTo(200);
      assertThat(shop.get(path).statusCode()).as(path).isEqualTo(401);
    }
  }

  private static WebArchive module(String name, TestIssuer issuer, Map<String, String> settings) {
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
}
