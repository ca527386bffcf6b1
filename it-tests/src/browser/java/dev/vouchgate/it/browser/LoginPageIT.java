package dev.vouchgate.it.browser;

import static com.microsoft.playwright.options.SameSiteAttribute.STRICT;
import static dev.vouchgate.it.browser.StaffPage.REFRESH_TOKEN;
import static dev.vouchgate.it.browser.StaffPage.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import dev.vouchgate.it.app.Witness;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People at the login page of an application that keeps tokens in cookies. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("browser")
class LoginPageIT {
  private static Chromium chromium;

  @ArquillianResource URL base;
  private BrowserContext profile;

  @Deployment(testable = false)
  static WebArchive application() {
    return StaffPage.application();
  }

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void end() {
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

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "shop.staff.localhost"})
  void logsInWhoeverTypesNameAndPassword(String host) {
    StaffPage bob = StaffPage.open(profile, StaffPage.address(base, host));
    assertThat(bob.vault()).isEqualTo(401);

    bob.open();
    bob.logIn("bob", "büro");
    assertThat(bob.says()).isEqualTo("Welcome");
    assertThat(bob.vault()).isEqualTo(200);
    assertThat(bob.text()).isEqualTo(Witness.BOB);
  }

  @Test
  void logsInByAFormWithoutScriptsAndStaysWhereItIs() {
    try (BrowserContext plain = chromium.newProfileWithoutScripts()) {
      StaffPage bob = StaffPage.open(plain, StaffPage.address(base, "localhost"));
      bob.page().waitForResponse(bob.address() + "session", () -> bob.logIn("bob", "büro"));

      assertThat(bob.page().url()).isEqualTo(bob.address());
      assertThat(bob.vault()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({"bob, wrong", "nobody, büro"})
  void saysSoAndOpensNothingIfAnythingIsWrong(String name, String password) {
    StaffPage somebody = open();
    somebody.logIn(name, password);

    assertThat(somebody.says()).isEqualTo("Wrong name or password");
    assertThat(somebody.cookies()).isEmpty();
    assertThat(somebody.vault()).isEqualTo(401);
  }

  @Test
  void keepsTokensFromScripts() {
    StaffPage bob = logIn();

    assertThat(bob.cookies()).containsOnlyKeys(TOKEN, REFRESH_TOKEN);
    assertThat(bob.cookies().values())
        .allMatch(cookie -> cookie.httpOnly && cookie.secure && cookie.sameSite == STRICT)
        .allMatch(cookie -> cookie.domain.equals("localhost") && cookie.path.equals("/"));
    assertThat(bob.page().evaluate("document.cookie")).isEqualTo("");
    assertThat(bob.page().evaluate("cookieStore.getAll()")).isEqualTo(List.of());
  }

  @Test
  void letsNoScriptReplaceThem() {
    StaffPage bob = logIn();
    Map<String, String> given = bob.values();
    for (String name : given.keySet()) {
      bob.page().evaluate("name => document.cookie = name + '=x; Path=/; Secure'", name);
    }

    assertThat(bob.values()).isEqualTo(given);
  }

  @Test
  void renewsALoginWhoseTokenIsOver() {
    StaffPage bob = logIn();
    Map<String, String> first = bob.values();
    profile.clearCookies(new ClearCookiesOptions().setName(TOKEN));
    assertThat(bob.vault()).isEqualTo(401);

    bob.open();
    bob.click("Renew");
    assertThat(bob.says()).isEqualTo("Renewed");
    assertThat(bob.values()).containsOnlyKeys(TOKEN, REFRESH_TOKEN);
    assertThat(bob.values().values()).doesNotContainAnyElementsOf(first.values());
    assertThat(bob.vault()).isEqualTo(200);
  }

  @Test
  void renewsInManyWindowsOfWhichOneAsksAtATime() {
    List<StaffPage> windows = List.of(logIn(), open(), open());
    for (StaffPage window : windows) {
      window.page().evaluate("() => { window.asked = Promise.all([1, 2, 3, 4].map(renew)); }");
    }

    for (StaffPage window : windows) {
      assertThat(window.page().evaluate("asked")).isEqualTo(Collections.nCopies(4, 204));
      assertThat(window.vault()).isEqualTo(200);
    }
  }

  @Test
  void logsOutInAllWindows() {
    StaffPage bob = logIn();
    StaffPage other = open();
    bob.click("Log out");

    assertThat(bob.says()).isEqualTo("Goodbye");
    assertThat(bob.cookies()).isEmpty();
    other.click("Renew");
    assertThat(other.says()).isEqualTo("Log in again");
    assertThat(other.vault()).isEqualTo(401);
  }

  private StaffPage open() {
    return StaffPage.open(profile, StaffPage.address(base, "localhost"));
  }

  private StaffPage logIn() {
    StaffPage bob = open();
    bob.logIn("bob", "büro");
    assertThat(bob.says()).isEqualTo("Welcome");
    return bob;
  }
}
