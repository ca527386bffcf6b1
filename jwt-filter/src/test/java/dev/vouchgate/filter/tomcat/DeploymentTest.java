package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.filter.JwtFilter;
import dev.vouchgate.testing.HttpCall.Answered;
import dev.vouchgate.testing.KeyTexts;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.time.Instant;
import org.apache.catalina.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application with the jar starts, is configured from each place, and goes without a trace. */
class DeploymentTest {
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();
  private static final String MAPPING =
      "<filter-mapping><filter-name>vouchgate</filter-name>"
          + "<url-pattern>/api/*</url-pattern></filter-mapping>";

  private Context context = TOMCAT.deploy("/none", new TestApplication());

  @AfterEach
  void undeploy() {
    TOMCAT.undeploy(context);
    System.clearProperty("vouchgate.realm");
    System.clearProperty("mp.jwt.verify.issuer");
    TOMCAT.log().clear();
  }

  @AfterAll
  static void end() {
    TOMCAT.close();
  }

  @Test
  void readsThePropertiesFile() {
    deploy(new TestApplication().settings(Live.SETTINGS));
    assertKnowsCallers();
  }

  @Test
  void readsContextParameters() {
    deploy(new TestApplication().contextParameters(Live.SETTINGS));
    assertKnowsCallers();
  }

  @Test
  void readsParametersOfTheFilterInWebXmlAndMapsItWhereNobodyDid() {
    deploy(new TestApplication().filter(Live.SETTINGS));
    assertKnowsCallers();
    assertThat(TOMCAT.get("/app/caller").token(Live.tampered()).send().status()).isEqualTo(401);
  }

  @Test
  void readsSystemProperties() {
    System.setProperty("mp.jwt.verify.issuer", Tokens.ISSUER + "/of-the-system");
    deploy(new TestApplication().settings(Live.SETTINGS));
    String token = Live.token().claim("iss", Tokens.ISSUER + "/of-the-system").compact();
    assertThat(TOMCAT.get("/app/caller").token(token).send().status()).isEqualTo(200);
    assertThat(TOMCAT.get("/app/caller").token(Live.user()).send().status()).isEqualTo(401);
  }

  @Test
  void asksTheFilterThenTheContextThenTheSystemThenTheFile() {
    String protectedPath = "vouchgate.policy.a.paths=/*\nvouchgate.policy.a.roles=**\n";
    TestApplication file =
        new TestApplication().settings(Live.SETTINGS + protectedPath + "vouchgate.realm=file");
    assertRealm(file, "file");
    System.setProperty("vouchgate.realm", "system");
    assertRealm(file, "system");
    file.contextParameters("vouchgate.realm=context");
    assertRealm(file, "context");
    file.filter("vouchgate.realm=filter");
    assertRealm(file, "filter");
  }

  @Test
  void leavesTheMappingToWebXml() {
    deploy(
        new TestApplication()
            .filter(Live.SETTINGS)
            .webXml(MAPPING)
            .servlet("/api/caller", new CallerServlet()));
    assertThat(TOMCAT.get("/app/api/caller").token(Live.tampered()).send().status()).isEqualTo(401);
    assertThat(TOMCAT.get("/app/caller").token(Live.tampered()).send().status()).isEqualTo(200);
  }

  @Test
  void isFirstOfAllFilters() {
    deploy(
        new TestApplication()
            .settings(Live.SETTINGS)
            .webXml(
                "<filter><filter-name>other</filter-name><filter-class>"
                    + CallerFilter.class.getName()
                    + "</filter-class></filter><filter-mapping><filter-name>other</filter-name>"
                    + "<url-pattern>/*</url-pattern></filter-mapping>"));
    Answered answer = TOMCAT.get("/app/caller").token(Live.user()).send();
    assertThat(answer.header("Seen-By-Filter")).contains("jdoe@example.com");
  }

  @Test
  void doesNotStartWithWrongSettingsAndListsThemAll() {
    deploy(
        new TestApplication()
            .settings("vouchgate.relm=x\nvouchgate.jwks.ttl=1\nvouchgate.secret=wombat+"));
    assertThat(TomcatUnderTest.isRunning(context)).isFalse();
    assertThat(TOMCAT.get("/app/caller").send().status()).isEqualTo(404);
    assertThat(TOMCAT.log().text())
        .contains(
            """
            Vouchgate cannot start: 4 settings are wrong.
              - mp.jwt.verify.issuer: was not set; expected the issuer of the tokens that are to \
            be trusted
            """)
        .contains("vouchgate.relm: there is no such setting", "vouchgate.jwks.ttl: was 1;")
        .doesNotContain("wombat");
  }

  @Test
  void startsAgainOnceTheSettingsAreRight() {
    deploy(new TestApplication().settings("vouchgate.relm=x\n"));
    TOMCAT.undeploy(context);
    deploy(new TestApplication().settings(Live.SETTINGS));
    assertKnowsCallers();
  }

  @Test
  void closesItsGateWhenItGoes() {
    try (StubJwksServer server = new StubJwksServer().serve(KeyTexts.jwks(TestKeys.rsa("rsa")))) {
      deploy(
          new TestApplication()
              .settings(
                  "mp.jwt.verify.issuer="
                      + Tokens.ISSUER
                      + "\nmp.jwt.verify.publickey.location="
                      + server.jwks()));
      String token = Tokens.valid().issuedAt(Instant.now()).compact();
      assertThat(TOMCAT.get("/app/caller").token(token).send().status()).isEqualTo(200);
      assertThat(refreshing()).isTrue();
      TOMCAT.undeploy(context);
      assertThat(refreshing()).isFalse();
      context = TOMCAT.deploy("/none", new TestApplication());
    }
  }

  @Test
  void servesAsynchronousServletsToo() {
    deploy(new TestApplication().settings(Live.SETTINGS).servlet("/a", Dispatching.asyncCaller()));
    assertThat(TOMCAT.get("/app/a").token(Live.user()).send().body())
        .startsWith("jdoe@example.com");
  }

  @Test
  void isRegisteredByTheNameThatIsDocumented() {
    deploy(new TestApplication().settings(Live.SETTINGS));
    assertThat(context.getServletContext().getFilterRegistration(JwtFilter.NAME).getClassName())
        .isEqualTo(JwtFilter.class.getName());
    assertThat(JwtFilter.NAME).isEqualTo("vouchgate");
  }

  private void deploy(TestApplication application) {
    TOMCAT.undeploy(context);
    context = TOMCAT.deploy("/app", application.servlet("/caller", new CallerServlet()));
  }

  private void assertRealm(TestApplication application, String realm) {
    deploy(application);
    assertThat(TOMCAT.get("/app/caller").send().header("WWW-Authenticate"))
        .contains("Bearer realm=\"" + realm + "\"");
  }

  private void assertKnowsCallers() {
    assertThat(TomcatUnderTest.isRunning(context)).isTrue();
    assertThat(TOMCAT.get("/app/caller").token(Live.user()).send().body())
        .startsWith("jdoe@example.com|");
    assertThat(TOMCAT.get("/app/caller").send().body()).startsWith("nobody|");
  }

  private static boolean refreshing() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("vouchgate-keys"));
  }
}
