package dev.vouchgate.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.grant.PasswordHash;
import dev.vouchgate.grant.TokenResponse;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.KeyTexts;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEndpointSettingsTest {
  private static final String CLIENT = "vouchgate.issue.client.orders.";
  private static final String HASH = PasswordHash.of("s3cret", 1024).text();

  private final SettingsUnderTest settings =
      SettingsUnderTest.of(Map.of())
          .with("vouchgate.issue.issuer", "https://sts.example.com/")
          .with("vouchgate.issue.token-path", "/token")
          .with(CLIENT + "secret", HASH)
          .with(CLIENT + "audiences", "inventory");

  @Test
  void opensAnEndpointForTheClient() {
    try (Gate gate = Gate.from(settings.read(), new MutableClock())) {
      ServedTokenEndpoint served = gate.tokenEndpoint().orElseThrow();

      assertThat(served.path()).isEqualTo("/token");
      assertThat(served.proxies()).isEmpty();
      assertThat(ask(served, "orders", "s3cret").status()).isEqualTo(200);
      assertThat(ask(served, "orders", "other").status()).isEqualTo(401);
      assertThat(ask(served, "others", "s3cret").status()).isEqualTo(401);
    }
  }

  @Test
  void opensNoneUnlessItHasAPath() {
    try (Gate gate = Gate.from(SettingsUnderTest.withSecret().read(), new MutableClock())) {
      assertThat(gate.tokenEndpoint()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://sts.example.com/", "https://sts.example.com/token"})
  void takesAssertionsByKeysThatAreWrittenThere(String audience) {
    SettingsUnderTest inline =
        settings
            .without(CLIENT + "secret")
            .with(CLIENT + "keys", Jwks.set(TestKeys.p256("orders")));
    assertThat(asked(inline, audience)).isEqualTo(200);
    assertThat(asked(inline, "https://other.example.com")).isEqualTo(401);
  }

  @Test
  void takesAssertionsByKeysInAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("k.json"), Jwks.set(TestKeys.p256("orders")));

    assertThat(asked(settings.with(CLIENT + "keys", file.toString()), "https://sts.example.com/"))
        .isEqualTo(200);
  }

  @Test
  void takesAssertionsByKeysThatAreFetched() {
    try (StubJwksServer server =
        new StubJwksServer().serve(KeyTexts.jwks(TestKeys.p256("orders")))) {
      SettingsUnderTest remote = settings.with(CLIENT + "keys", server.jwks().toString());

      assertThat(asked(remote, "https://sts.example.com/")).isEqualTo(200);
    }
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    assertThat(
            settings
                .without("vouchgate.issue.issuer")
                .with("mp.jwt.verify.issuer", Tokens.ISSUER)
                .with("vouchgate.issue.token-path", "token")
                .with("vouchgate.issue.token-proxies", "example.com")
                .with(CLIENT + "secret", "s3cret")
                .with(CLIENT + "audiences", "*")
                .with("vouchgate.issue.client.Other.secret", HASH)
                .problems())
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .contains(
            "vouchgate.issue.issuer",
            "vouchgate.issue.token-path",
            "vouchgate.issue.token-proxies",
            CLIENT + "secret",
            CLIENT + "audiences",
            "vouchgate.issue.client.Other")
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "secret | s3cret",
        "secret | PBKDF2WithHmacSHA256:1:AAAA:AAAA",
        "api-key | orders.abc",
        "api-key | SHA-256:abc",
        "keys | /no/such/file",
        "keys | {}",
        "keys | http://example.com/jwks",
        "keys | https://user@exa mple.com",
        "audiences | inventory,*",
        "audiences | ,",
        "scopes | a b",
        "scopes | a\"b",
        "lifetime | 0s",
        "lifetime | 31d",
        "lifetime | 721h"
      })
  void refusesWhatIsNoneAndNamesIt(String name, String value) {
    List<String> problems = settings.with(CLIENT + name, value).problems();

    assertThat(problems).hasSize(1).first().asString().startsWith(CLIENT + name + ": was ");
    if (!List.of("audiences", "scopes", "lifetime").contains(name)) {
      assertThat(problems.get(0)).contains("was (hidden)").doesNotContain(value);
    }
  }

  @Test
  void refusesPrivateKeysOfClientsAndDoesNotShowThem() {
    Map<String, ?> key = Jwks.privateOf(TestKeys.p256("orders"));

    assertThat(settings.with(CLIENT + "keys", Jwks.set(List.of(key))).problems())
        .hasSize(1)
        .first()
        .asString()
        .startsWith(CLIENT + "keys: was (hidden); found a private key")
        .doesNotContain(String.valueOf(key.get("d")));
  }

  @Test
  void wantsACredentialAndAnAudience() {
    assertThat(settings.without(CLIENT + "secret").problems())
        .containsExactly(
            CLIENT
                + "secret: was not set; expected a credential: secret, api-key or keys of the"
                + " client");
    assertThat(settings.without(CLIENT + "audiences").problems())
        .containsExactly(CLIENT + "audiences: was not set; expected list of audiences without *");
  }

  @Test
  void wantsAPathForItsClientsAndClientsForItsPath() {
    assertThat(settings.without("vouchgate.issue.token-path").problems())
        .containsExactly(
            "vouchgate.issue.token-path: was not set; expected the path of the token endpoint, such"
                + " as /token");
    assertThat(settings.withoutAll(CLIENT).problems())
        .hasSize(1)
        .first()
        .asString()
        .contains("nobody");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "token", "/token/", "/*", "/a//b", "/a/../b", "/a b", "/t?x", "/t;x"})
  void refusesAPathThatIsNone(String path) {
    assertThat(settings.with("vouchgate.issue.token-path", path).problems())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("vouchgate.issue.token-path: was ");
  }

  @Test
  void refusesToExchangeWhatTheGateRefusesAnyway() {
    SettingsUnderTest exchanging = settings.with(CLIENT + "exchange", "orders,shop");

    assertThat(exchanging.problems()).isEmpty();
    assertThat(exchanging.with("mp.jwt.verify.audiences", "shop,orders").problems()).isEmpty();
    assertThat(exchanging.with("mp.jwt.verify.audiences", "orders").problems())
        .hasSize(1)
        .first()
        .asString()
        .startsWith(CLIENT + "exchange: was orders,shop; expected some of mp.jwt.verify.audiences");
  }

  private static int asked(SettingsUnderTest settings, String audience) {
    try (Gate gate = Gate.from(settings.read(), new MutableClock())) {
      String assertion =
          Tokens.valid("ES256", TestKeys.p256("orders"))
              .claim("iss", "orders")
              .claim("sub", "orders")
              .claim("aud", audience)
              .compact();
      String form =
          "grant_type=client_credentials&client_assertion_type="
              + "urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion="
              + assertion;
      return gate.tokenEndpoint()
          .orElseThrow()
          .endpoint()
          .answer(List.of(), List.of(), form.getBytes(StandardCharsets.US_ASCII))
          .status();
    }
  }

  private static TokenResponse ask(ServedTokenEndpoint served, String name, String secret) {
    String basic =
        Base64.getEncoder()
            .encodeToString((name + ":" + secret).getBytes(StandardCharsets.US_ASCII));
    return served
        .endpoint()
        .answer(
            List.of("Basic " + basic),
            List.of(),
            "grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII));
  }
}
