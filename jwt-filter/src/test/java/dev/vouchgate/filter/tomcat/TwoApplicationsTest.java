package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.HttpCall.Answered;
import dev.vouchgate.testing.Tokens;
import org.apache.catalina.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two applications in one container, which share classes but trust different tokens. */
class TwoApplicationsTest {
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();
  private static final String OTHER = "mp.jwt.verify.issuer=" + Tokens.ISSUER + "/other\n";

  @BeforeAll
  static void deploy() {
    Context first =
        TOMCAT.deploy(
            "/a",
            new TestApplication()
                .settings(Live.SETTINGS)
                .servlet("/caller", new CallerServlet())
                .servlet("/forward", Dispatching.forwardToAnotherApplication()));
    first.setCrossContext(true);
    TOMCAT.deploy(
        "/b",
        new TestApplication()
            .settings(Live.SETTINGS + OTHER)
            .servlet("/caller", new CallerServlet()));
    TOMCAT.deploy(
        "/c",
        new TestApplication()
            .settings(Live.SETTINGS + "vouchgate.roles.map.user=admin\n")
            .servlet("/caller", new CallerServlet()));
  }

  @AfterAll
  static void end() {
    TOMCAT.close();
  }

  @Test
  void doNotTakeEachOthersTokens() {
    String other = Live.token().claim("iss", Tokens.ISSUER + "/other").compact();
    assertThat(TOMCAT.get("/a/caller").token(Live.user()).send().status()).isEqualTo(200);
    assertThat(TOMCAT.get("/b/caller").token(Live.user()).send().status()).isEqualTo(401);
    assertThat(TOMCAT.get("/a/caller").token(other).send().status()).isEqualTo(401);
    assertThat(TOMCAT.get("/b/caller").token(other).send().status()).isEqualTo(200);
  }

  @Test
  void doNotTakeEachOthersOutcome() {
    Answered answer = TOMCAT.get("/a/forward?to=/b").token(Live.user()).send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("WWW-Authenticate")).get().asString().contains("invalid_token");
  }

  @Test
  void readRolesEachInTheirOwnWay() {
    assertThat(TOMCAT.get("/a/caller").token(Live.user()).send().body()).contains("admin=false");
    assertThat(TOMCAT.get("/a/forward?to=/c").token(Live.user()).send().body())
        .startsWith("jdoe@example.com|")
        .contains("admin=true");
  }
}
