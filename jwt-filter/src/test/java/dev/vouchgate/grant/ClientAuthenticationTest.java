package dev.vouchgate.grant;

import static dev.vouchgate.grant.EndpointUnderTest.API_KEY;
import static dev.vouchgate.grant.EndpointUnderTest.SECRET;
import static dev.vouchgate.grant.EndpointUnderTest.assertion;
import static dev.vouchgate.grant.EndpointUnderTest.basic;
import static dev.vouchgate.grant.EndpointUnderTest.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAuthenticationTest {
  private static final String FORM = "grant_type=client_credentials&audience=inventory";
  private static final long NOW = Tokens.NOW.getEpochSecond();

  private final EndpointUnderTest endpoint = new EndpointUnderTest();

  @Test
  void knowsAClientByItsSecretWithWhateverCharacters() {
    assertThat(by(basic("orders", SECRET)).status()).isEqualTo(200);
    assertThat(by("bAsIc  " + basic("orders", SECRET).substring(6)).status()).isEqualTo(200);
    assertThat(by(basic("orders", SECRET), "client_id=orders").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3cret",
        "",
        "S3CRET:OF+ORDERS%",
        "s3cret:of+orders% ",
        "s3cret:of+orders%\0",
        "s3cret:of orders%"
      })
  void refusesASecretThatIsAnothers(String secret) {
    assertThat(error(by(basic("orders", secret)))).isEqualTo("invalid_client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "Basic ", "Basic =", "Basic b3JkZXJz", "Bearer x", "Digest x"})
  void refusesAHeaderThatHoldsNoSecret(String authorization) {
    TokenResponse response = by(authorization);

    assertThat(response.status()).isEqualTo(401);
    assertThat(error(response)).isEqualTo("invalid_client");
  }

  @Test
  void refusesWhatIsBadlyEncodedWithinTheHeader() {
    String pair = Base64.getEncoder().encodeToString("orders:%zz".getBytes(StandardCharsets.UTF_8));

    assertThat(error(by("Basic " + pair))).isEqualTo("invalid_client");
  }

  @Test
  void tellsWhoeverIsNotAuthenticatedHow() {
    assertThat(by(basic("orders", "x")).headers())
        .containsEntry("WWW-Authenticate", "Basic realm=\"shop\"")
        .containsEntry("Cache-Control", "no-store");
    assertThat(endpoint.ask("grant_type", "client_credentials").headers())
        .containsKey("WWW-Authenticate");
    assertThat(endpoint.byOrders("grant_type", "x").headers())
        .doesNotContainKey("WWW-Authenticate");
  }

  @Test
  void knowsAClientByItsApiKey() {
    assertThat(withKey(API_KEY.text()).status()).isEqualTo(200);
  }

  static Stream<String> otherKeys() {
    return Stream.of(
        "",
        "billing",
        "billing.",
        "billing.short",
        API_KEY.secret(),
        "." + API_KEY.secret(),
        "orders." + API_KEY.secret(),
        "nobody." + API_KEY.secret(),
        API_KEY.text() + "A",
        API_KEY.text().toUpperCase(Locale.ROOT),
        ApiKey.random("billing").text());
  }

  @ParameterizedTest
  @MethodSource("otherKeys")
  void refusesAnotherApiKey(String key) {
    TokenResponse response = withKey(key);

    assertThat(response.status()).isEqualTo(401);
    assertThat(error(response)).isEqualTo("invalid_client");
  }

  @Test
  void knowsAClientByItsAssertionOnce() {
    String compact = assertion().compact();

    assertThat(endpoint.byAssertion(compact).status()).isEqualTo(200);
    assertThat(error(endpoint.byAssertion(compact))).isEqualTo("invalid_client");
  }

  static Stream<Arguments> goodAssertions() {
    return Stream.of(
        change("for the issuer", token -> token.claim("aud", EndpointUnderTest.ISSUER)),
        change("for several", t -> t.claim("aud", List.of("x", EndpointUnderTest.ADDRESS))),
        change("without iat", token -> token.without("iat")),
        change("of its own type", token -> token.header("typ", "client-authentication+jwt")),
        change("without type", token -> token.withoutHeader("typ")),
        change("for as long as may be", token -> token.claim("exp", NOW + 310)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goodAssertions")
  void takesAnAssertion(String name, UnaryOperator<Tokens> change) {
    assertThat(endpoint.byAssertion(change.apply(assertion()).compact()).status()).isEqualTo(200);
  }

  static Stream<Arguments> badAssertions() {
    return Stream.of(
        change("of a stranger", t -> t.claim("iss", "stranger").claim("sub", "stranger")),
        change("of another client", t -> t.claim("iss", "orders").claim("sub", "orders")),
        change("of another subject", token -> token.claim("sub", "orders")),
        change("without subject", token -> token.without("sub")),
        change("for another", token -> token.claim("aud", "https://other.example.com")),
        change("for nobody", token -> token.without("aud")),
        change("without end", token -> token.without("exp")),
        change("that ends as text", token -> token.claim("exp", "" + (NOW + 60))),
        change("that has ended", token -> token.claim("exp", NOW)),
        change("that lives too long", token -> token.claim("exp", NOW + 311)),
        change("of tomorrow", token -> token.claim("iat", NOW + 11)),
        change("not yet valid", token -> token.claim("nbf", NOW + 11)),
        change("valid from a text on", token -> token.claim("nbf", "now")),
        change("without jti", token -> token.without("jti")),
        change("with a jti that is a number", token -> token.claim("jti", 1)),
        change("of an access token's type", token -> token.header("typ", "at+jwt")),
        change("without signature", t -> t.header("alg", "none").signature(s -> new byte[0])),
        change("tampered with", Tokens::tampered));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badAssertions")
  void refusesAnAssertion(String name, UnaryOperator<Tokens> change) {
    TokenResponse response = endpoint.byAssertion(change.apply(assertion()).compact());

    assertThat(response.status()).isEqualTo(401);
    assertThat(error(response)).isEqualTo("invalid_client");
  }

  @Test
  void refusesAnAssertionBySomebodyElsesKeyOrByASecret() {
    Tokens foreign = Tokens.valid("ES256", TestKeys.p256("other")).header("kid", "reports");
    Tokens hmac = Tokens.valid("HS256", TestKeys.secret("reports"));

    for (Tokens token : List.of(foreign, hmac)) {
      String compact =
          token
              .claim("iss", "reports")
              .claim("sub", "reports")
              .claim("aud", EndpointUnderTest.ISSUER)
              .compact();
      assertThat(error(endpoint.byAssertion(compact))).isEqualTo("invalid_client");
    }
  }

  @Test
  void refusesAnAssertionOfAnotherKind() {
    String saml = "urn:ietf:params:oauth:client-assertion-type:saml2-bearer";

    assertThat(
            error(
                endpoint.ask(
                    "grant_type",
                    "client_credentials",
                    "client_assertion_type",
                    saml,
                    "client_assertion",
                    assertion().compact())))
        .isEqualTo("invalid_client");
    assertThat(
            error(
                endpoint.ask(
                    "grant_type", "client_credentials", "client_assertion", assertion().compact())))
        .isEqualTo("invalid_client");
  }

  @Test
  void letsNoClientUseUpAnothersAssertion() {
    EndpointUnderTest other = new EndpointUnderTest();
    String compact = assertion().compact();

    assertThat(other.byAssertion(compact, "client_id", "orders").status()).isEqualTo(401);
    assertThat(endpoint.byAssertion(compact, "client_id", "reports").status()).isEqualTo(200);
  }

  @Test
  void remembersAnAssertionUntilItHasExpired() {
    String compact = assertion().claim("exp", NOW + 300).compact();
    assertThat(endpoint.byAssertion(compact).status()).isEqualTo(200);
    endpoint.clock.advance(Duration.ofSeconds(299));
    assertThat(endpoint.byAssertion(compact).status()).isEqualTo(401);
    endpoint.clock.advance(Duration.ofSeconds(1));
    assertThat(endpoint.byAssertion(compact).status()).isEqualTo(401);
  }

  @Test
  void refusesNoCredentialAndASecretInTheForm() {
    assertThat(error(endpoint.ask("grant_type", "client_credentials"))).isEqualTo("invalid_client");
    assertThat(
            error(
                endpoint.ask(
                    "grant_type", "client_credentials",
                    "client_id", "orders",
                    "client_secret", SECRET)))
        .isEqualTo("invalid_client");
  }

  /** Clients send the token that they have with everything; it is nobody's credential here. */
  @Test
  void takesABearerTokenForNoCredential() {
    List<String> stale = List.of("bearer stale");
    String form = "grant_type=client_credentials";

    assertThat(endpoint.ask(stale, List.of(API_KEY.text()), form).status()).isEqualTo(200);
    assertThat(error(endpoint.ask(stale, List.of(), form))).isEqualTo("invalid_client");
    assertThat(error(endpoint.ask(stale, List.of("billing.short"), form)))
        .isEqualTo("invalid_client");
  }

  @Test
  void refusesTwoCredentials() {
    List<String> secret = List.of(basic("orders", SECRET));
    List<String> key = List.of(API_KEY.text());
    List<TokenResponse> responses =
        List.of(
            endpoint.ask(secret, key, FORM),
            endpoint.ask(List.of(secret.get(0), secret.get(0)), List.of(), FORM),
            endpoint.ask(List.of(secret.get(0), "Bearer x"), List.of(), FORM),
            endpoint.ask(List.of("Bearer x", "Bearer x"), key, FORM),
            endpoint.ask(List.of("Bearerx"), key, FORM),
            endpoint.ask(List.of(), List.of(key.get(0), key.get(0)), FORM),
            endpoint.ask(secret, List.of(), FORM + "&client_secret=x"),
            endpoint.ask(secret, List.of(), FORM + "&client_assertion=x"),
            endpoint.ask(List.of(), key, FORM + "&client_assertion_type=x"));

    assertThat(responses)
        .allSatisfy(
            response -> {
              assertThat(response.status()).isEqualTo(400);
              assertThat(error(response)).isEqualTo("invalid_request");
            });
  }

  @Test
  void refusesAClientIdThatIsAnothers() {
    assertThat(error(by(basic("orders", SECRET), "client_id=billing"))).isEqualTo("invalid_client");
  }

  private TokenResponse by(String authorization, String... more) {
    String form = more.length == 0 ? FORM : FORM + "&" + more[0];
    return endpoint.ask(List.of(authorization), List.of(), form);
  }

  private TokenResponse withKey(String key) {
    return endpoint.ask(List.of(), List.of(key), "grant_type=client_credentials");
  }

  private static Arguments change(String name, UnaryOperator<Tokens> change) {
    return Arguments.of(name, change);
  }
}
