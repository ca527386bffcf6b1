package dev.vouchgate.it.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.matrix.Column;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.server.Server;
import dev.vouchgate.it.server.ServerOptions;
import dev.vouchgate.it.threats.Intruder;
import dev.vouchgate.it.threats.Place;
import dev.vouchgate.it.threats.PlaceServlet;
import dev.vouchgate.it.threats.PlacesWar;
import dev.vouchgate.it.threats.RawCall;
import dev.vouchgate.it.threats.RawCall.Answer;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The same attempts as with the whole library, where the filter stands alone. */
@Tag("filter")
class FilterThreatsIT {
  private static final TestIssuer ISSUER = new TestIssuer();
  private static final Path LOG = Path.of("target/filter-threats-it.log");

  @TempDir private static Path archives;
  private static Server server;
  private static URL base;

  @BeforeAll
  static void deploy() throws Exception {
    server = Column.underTest().start(ServerOptions.loggingTo(LOG));
    base = server.baseUri().toURL();
    Map<String, String> trust =
        Map.of(
            "mp.jwt.verify.issuer", ISSUER.name(),
            "mp.jwt.verify.publickey.location", ISSUER.keysLocation());
    Map<String, String> places = new HashMap<>(trust);
    places.putAll(PlacesWar.POLICIES);
    deploy(
        FilterWar.withProperties("places", places)
            .addClass(PlaceServlet.class)
            .addAsWebResource(new StringAsset("served /private/*"), "private/data.txt"));
    Map<String, String> cookies = new HashMap<>(trust);
    cookies.put("mp.jwt.token.header", "Cookie");
    cookies.put("mp.jwt.token.cookie", "__Secure-token");
    cookies.put("vouchgate.policy.mine.paths", "/mine/*");
    cookies.put("vouchgate.policy.mine.roles", "**");
    deploy(FilterWar.withProperties("cookies", cookies));
  }

  @AfterAll
  static void end() {
    server.close();
    ISSUER.close();
  }

  private static void deploy(WebArchive war) {
    Path file = archives.resolve(war.getName());
    war.as(ZipExporter.class).exportTo(file.toFile(), true);
    String name = war.getName().replace(".war", "");
    server.deploy(name, "/" + name, file);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = "REST_.*")
  void f4ServesEachPlaceToWhoeverMayAndNobodyElseUnderAnotherSpelling(Place place)
      throws Exception {
    Answer admin =
        RawCall.get(base, "/places" + place.path()).token(ISSUER.token("bob", "admin")).send();
    assertThat(place.isServed(admin)).isTrue();
    assertThat(new Intruder(base, "/places", ISSUER).spell(place)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = "REST_.*")
  void f6ServesNoPlaceByAnotherMethod(Place place) throws Exception {
    assertThat(new Intruder(base, "/places", ISSUER).vary(place)).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1} [{2}]: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "GET  | __Secure-token | X: y                        | 200",
        "POST | __Secure-token | Sec-Fetch-Site: same-origin | 200",
        "POST | __Secure-token | Sec-Fetch-Site: cross-site  | 403",
        "POST | __Secure-token | Origin: OWN                 | 200",
        "POST | __Secure-token | Origin: null                | 403",
        "POST | __Secure-token | X: y                        | 403",
        "GET  | __Secure-token | Cookie: __Secure-token=x    | 400",
        "GET  | __secure-token | X: y                        | 401",
      })
  void f3LetsOnlyOurOwnPagesWriteInTheNameOfTheCookie(
      String method, String cookie, String header, int status) throws Exception {
    String own = "http://" + base.getHost() + ":" + base.getPort();
    Answer answer =
        RawCall.of(base, method, "/cookies/mine/x")
            .header("Cookie: " + cookie + "=" + ISSUER.token("alice", "user"))
            .header(header.replace("OWN", own))
            .send();
    assertThat(answer.status()).isEqualTo(status);
  }
}
