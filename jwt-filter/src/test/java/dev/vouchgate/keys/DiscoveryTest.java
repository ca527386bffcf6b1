package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.http.FetchException;
import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.StubJwksServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {
  private static final String OPENID = "/.well-known/openid-configuration";
  private static final String OAUTH = "/.well-known/oauth-authorization-server";
  private static final String KEYS = "https://keys.example.com/jwks";

  private final StubJwksServer server = new StubJwksServer();
  private final HttpFetcher fetcher =
      new HttpFetcher(new HttpFetcher.Limits(Duration.ofSeconds(30), 100_000, false));

  @AfterEach
  void close() {
    fetcher.close();
    server.close();
  }

  @ParameterizedTest(name = "issuer path \"{0}\"")
  @CsvSource({
    "'', /.well-known/openid-configuration",
    "/, /.well-known/openid-configuration",
    "/realms/shop, /realms/shop/.well-known/openid-configuration",
    "/realms/shop/, /realms/shop/.well-known/openid-configuration",
    "/a%20b, '/a b/.well-known/openid-configuration'",
  })
  void looksAtOpenIdMetadataBelowTheIssuer(String path, String asked) throws Exception {
    String issuer = server.origin() + path;
    server.on(asked, metadata(issuer, KEYS));

    assertThat(new Discovery(issuer).resolve(fetcher)).isEqualTo(URI.create(KEYS));
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest(name = "issuer path \"{0}\"")
  @CsvSource({
    "'', /.well-known/oauth-authorization-server",
    "/realms/shop, /.well-known/oauth-authorization-server/realms/shop",
    "/realms/shop/, /.well-known/oauth-authorization-server/realms/shop",
  })
  void thenAtOAuthMetadataBeforeThePath(String path, String asked) throws Exception {
    String issuer = server.origin() + path;
    server.on(asked, metadata(issuer, KEYS));

    assertThat(new Discovery(issuer).resolve(fetcher)).isEqualTo(URI.create(KEYS));
    assertThat(server.requests()).hasSize(2);
  }

  @ParameterizedTest(name = "issuer + \"{0}\"")
  @ValueSource(strings = {"/", "x", "/other", " ", "/SHOP"})
  void refusesMetadataOfAnyOtherIssuer(String more) {
    String issuer = server.origin() + "/shop";
    server.on("/shop" + OPENID, metadata(issuer + more, KEYS));

    assertThatThrownBy(() -> new Discovery(issuer).resolve(fetcher))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("its issuer is " + issuer + more + ", which must be exactly");
  }

  @Test
  void refusesMetadataWithoutIssuer() {
    server.on(OPENID, Answer.of(Json.of(Map.of("jwks_uri", KEYS))));

    assertThatThrownBy(() -> new Discovery(server.origin()).resolve(fetcher))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("its issuer is null");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"7", "null", "[]", "\"http://[broken\"", "\"not an address\""})
  void refusesMetadataWithoutAddressOfKeys(String uri) {
    String issuer = server.origin();
    server.on(OPENID, Answer.of("{\"issuer\":\"" + issuer + "\",\"jwks_uri\":" + uri + "}"));

    assertThatThrownBy(() -> new Discovery(issuer).resolve(fetcher))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining(OPENID + " has ")
        .hasMessageContaining("jwks_uri");
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", "[]", "<html>", "{\"issuer\":1,\"issuer\":2}"})
  void refusesWhatIsNoMetadata(String text) {
    server.on(OPENID, Answer.of(text));

    assertThatThrownBy(() -> new Discovery(server.origin()).resolve(fetcher))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("; expected metadata");
  }

  @Test
  void tellsOfBothPlacesIfNeitherHasMetadata() {
    String issuer = server.origin() + "/shop";

    assertThatThrownBy(() -> new Discovery(issuer).resolve(fetcher))
        .isInstanceOf(FetchException.class)
        .hasMessage(
            "no metadata of "
                + issuer
                + ": "
                + issuer
                + OPENID
                + " answered with status 404, not 200; "
                + server.origin()
                + OAUTH
                + "/shop answered with status 404, not 200");
  }

  @Test
  void looksAnewEachTimeSoThatKeysMayMove() throws Exception {
    Discovery discovery = new Discovery(server.origin());
    server.on(OPENID, metadata(server.origin(), KEYS));
    discovery.resolve(fetcher);
    server.on(OPENID, metadata(server.origin(), KEYS + "/2"));

    assertThat(discovery.resolve(fetcher)).isEqualTo(URI.create(KEYS + "/2"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"shop", "https://idp.example.com?a=b", "https://idp.example.com/#a", "a b"})
  void refusesIssuerThatIsNoAddress(String issuer) {
    assertThatThrownBy(() -> new Discovery(issuer).resolve(fetcher))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("expected mp.jwt.verify.publickey.location");
  }

  @Test
  void refusesPlainHttpIssuerElsewhere() {
    assertThatThrownBy(() -> new Discovery("http://idp.example.com").resolve(fetcher))
        .isInstanceOf(FetchException.class)
        .hasMessageContaining("is plain http");
  }

  @Test
  void isNamedAsTheIssuer() {
    assertThat(new Discovery("https://idp.example.com/shop"))
        .hasToString("https://idp.example.com/shop");
  }

  @Test
  void knownAddressIsNamedWithoutItsQuery() {
    assertThat(KeySetAddress.of(URI.create("https://idp.example.com/jwks?key=secret")))
        .hasToString("https://idp.example.com/jwks");
  }

  private static Answer metadata(String issuer, String keys) {
    return Answer.of(Json.of(Map.of("issuer", issuer, "jwks_uri", keys)));
  }
}
