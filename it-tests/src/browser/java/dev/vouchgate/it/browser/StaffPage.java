package dev.vouchgate.it.browser;

import static java.util.stream.Collectors.toMap;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.app.Members;
import dev.vouchgate.it.app.VaultServlet;
import dev.vouchgate.it.app.Witness;
import dev.vouchgate.it.issue.StaffStore;
import java.net.URL;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The one page of an application whose people log in by its own store, as somebody uses it: who
 * reads, types and clicks.
 *
 * @param page a tab of a browser
 * @param address of the application, with a slash at the end
 */
record StaffPage(Page page, String address) {
  static final String TOKEN = "__Host-token";
  static final String REFRESH_TOKEN = "__Host-vouchgate-refresh";

  /** The application. */
  static WebArchive application() {
    return AppWar.with(
            Map.of(
                "vouchgate.issue.issuer", "staff",
                "mp.jwt.verify.audiences", "shop",
                "mp.jwt.token.header", "Cookie",
                "mp.jwt.token.cookie", TOKEN,
                "vouchgate.login.path", "/session"),
            StaffStore.class,
            VaultServlet.class,
            Witness.class,
            Members.class)
        .addAsWebResource(StaffPage.class.getPackage(), "index.html", "index.html");
  }

  /** Where the application is, by any name of this machine. */
  static String address(URL base, String host) {
    return "http://" + host + ":" + base.getPort() + base.getPath();
  }

  /** Opens it in a new tab. */
  static StaffPage open(BrowserContext profile, String address) {
    StaffPage opened = new StaffPage(profile.newPage(), address);
    opened.open();
    return opened;
  }

  void open() {
    page.navigate(address);
  }

  void logIn(String name, String password) {
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(password);
    click("Log in");
  }

  void click(String button) {
    // browsers are in no hurry with what nobody sees
    page.bringToFront();
    page.getByText(button, new Page.GetByTextOptions().setExact(true)).click();
  }

  /** What it says of the last click, once it says something. */
  String says() {
    return page.locator("output:not(:empty)").innerText();
  }

  /** The status that its link to the vault leads to. */
  int vault() {
    open();
    return page.waitForResponse(address + "vault", () -> click("Vault")).status();
  }

  String text() {
    return page.locator("body").innerText();
  }

  /** The cookies that the browser has for the application. */
  Map<String, Cookie> cookies() {
    return page.context().cookies(address).stream().collect(toMap(one -> one.name, one -> one));
  }

  /** Their values. */
  Map<String, String> values() {
    return page.context().cookies(address).stream()
        .collect(toMap(one -> one.name, one -> one.value));
  }
}
