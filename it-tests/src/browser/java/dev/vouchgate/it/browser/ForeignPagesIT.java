package dev.vouchgate.it.browser;

import static dev.vouchgate.it.browser.StaffPage.REFRESH_TOKEN;
import static dev.vouchgate.it.browser.StaffPage.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other origins, and what they can do to whoever visits them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("browser")
class ForeignPagesIT {
  /** Of the application's own site: there the browser sends all cookies along. */
  private static final String OTHER_PORT = "localhost";

  private static final String OTHER_SITE = "127.0.0.1";

  private static Chromium chromium;
  private static ForeignSite foreign;

  @ArquillianResource URL base;
  private BrowserContext profile;

  @Deployment(testable = false)
  static WebArchive application() {
    return StaffPage.application();
  }

  @BeforeAll
  static void start() {
    foreign = new ForeignSite();
    chromium = Chromium.start();
  }

  @AfterAll
  static void end() {
    foreign.close();
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void newProfile() {
    profile = chromium.newProfile();
  }

  @AfterEach
  void closeProfile() {
    profile.close();
  }

  static Stream<Arguments> waysIn() {
    return Stream.of(OTHER_PORT, OTHER_SITE)
        .flatMap(host -> Stream.of(ForeignPost.values()).map(way -> Arguments.of(host, way)));
  }

  @ParameterizedTest
  @MethodSource("waysIn")
  void logNobodyIn(String host, ForeignPost way) {
    StaffPage visitor = open("localhost");

    assertThat(post(host, way, visitor.address() + "session")).isEqualTo(403);
    assertThat(visitor.cookies()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("waysIn")
  void neitherRenewNorEndALogin(String host, ForeignPost way) {
    StaffPage bob = logIn("localhost");
    Map<String, String> given = bob.values();
    for (String path : List.of("session/refresh", "session/logout")) {
      assertThat(post(host, way, bob.address() + path)).isEqualTo(403);
    }

    assertThat(bob.values()).isEqualTo(given).containsOnlyKeys(TOKEN, REFRESH_TOKEN);
    assertThat(bob.vault()).isEqualTo(200);
    bob.open();
    bob.click("Renew");
    assertThat(bob.says()).isEqualTo("Renewed");
  }

  @ParameterizedTest
  @ValueSource(strings = {OTHER_PORT, OTHER_SITE})
  void readNothing(String host) {
    StaffPage bob = logIn("localhost");
    String vault = bob.address() + "vault";
    Page page = foreign.open(profile, host, vault);
    String script =
        "target => fetch(target, {credentials: 'include'})"
            + ".then(answer => answer.text(), error => error.name)";

    assertThat(page.evaluate(script, vault)).isEqualTo("TypeError");
    assertThat(page.evaluate("document.cookie")).isEqualTo("");
  }

  @Test
  void leadToWhatIsProtectedOnlyByWayOfAPageOfItsOwn() {
    StaffPage bob = logIn("localhost");
    String vault = bob.address() + "vault";
    Page refused = foreign.open(profile, OTHER_SITE, vault);
    assertThat(follow(refused, "There", vault)).isEqualTo(401);
    // Page.reload() would throw for a refusal, which has no body
    CDPSession tab = profile.newCDPSession(refused);
    assertThat(refused.waitForResponse(vault, () -> tab.send("Page.reload")).status())
        .isEqualTo(401);

    Page page = foreign.open(profile, OTHER_SITE, bob.address());
    assertThat(follow(page, "There", bob.address())).isEqualTo(200);
    assertThat(follow(page, "Vault", vault)).isEqualTo(200);
  }

  @Test
  void keepNobodyOutByACookieOfTheName() {
    Page page = foreign.open(profile, OTHER_PORT, "");
    for (String name : List.of(TOKEN, REFRESH_TOKEN)) {
      page.evaluate("name => document.cookie = name + '=x; Path=/; Secure'", name);
    }
    StaffPage bob = open("localhost");
    assertThat(bob.values()).containsEntry(TOKEN, "x").containsEntry(REFRESH_TOKEN, "x");
    assertThat(bob.vault()).isEqualTo(401);

    assertThat(logIn("localhost").vault()).isEqualTo(200);
    assertThat(bob.values()).containsOnlyKeys(TOKEN, REFRESH_TOKEN).doesNotContainValue("x");
  }

  @Test
  void setNoCookieOfTheNameForANeighbouringHost() {
    Page page = foreign.open(profile, "www.staff.localhost", "");
    for (String name : List.of(TOKEN, REFRESH_TOKEN, "other")) {
      page.evaluate(
          "name => document.cookie = name + '=x; Domain=staff.localhost; Path=/; Secure'", name);
    }

    assertThat(open("shop.staff.localhost").cookies()).containsOnlyKeys("other");
    assertThat(logIn("shop.staff.localhost").vault()).isEqualTo(200);
  }

  private int post(String host, ForeignPost way, String target) {
    return way.send(foreign.open(profile, host, target), target).status();
  }

  private static int follow(Page page, String link, String target) {
    return page.waitForResponse(target, () -> page.getByText(link).click()).status();
  }

  private StaffPage open(String host) {
    return StaffPage.open(profile, StaffPage.address(base, host));
  }

  private StaffPage logIn(String host) {
    StaffPage bob = open(host);
    bob.logIn("bob", "büro");
    assertThat(bob.says()).isEqualTo("Welcome");
    return bob;
  }
}
