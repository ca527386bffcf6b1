package dev.vouchgate.grant;

import static dev.vouchgate.grant.EndpointUnderTest.EXCHANGE;
import static dev.vouchgate.grant.EndpointUnderTest.error;
import static dev.vouchgate.grant.EndpointUnderTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.observe.TokenIssued;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.VerifiedJwt;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenExchangeTest {
  private static final String JWT = "urn:ietf:params:oauth:token-type:jwt";

  private final EndpointUnderTest endpoint = new EndpointUnderTest();
  private final String subject = endpoint.subject().issue().compact();

  @Test
  void givesATokenOfTheSubjectThatNamesTheClientAsActor() throws Exception {
    TokenResponse response = endpoint.exchange(subject);
    VerifiedJwt token = endpoint.token(response);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.members())
        .containsOnlyKeys("access_token", "issued_token_type", "token_type", "expires_in", "scope")
        .containsEntry("issued_token_type", EndpointUnderTest.ACCESS_TOKEN)
        .containsEntry("token_type", "Bearer")
        .containsEntry("expires_in", 120L);
    assertThat(token.claims().asMap())
        .containsEntry("sub", "jdoe")
        .containsEntry("aud", "inventory")
        .containsEntry("client_id", "orders")
        .containsEntry("act", Map.of("sub", "orders"));
    assertThat(endpoint.issued).containsExactly(new TokenIssued("orders", "jdoe", "inventory"));
  }

  @Test
  void givesNoMoreRolesThanTheSubjectHasAndTheClientMay() throws Exception {
    assertThat(endpoint.token(endpoint.exchange(subject)).roles()).containsExactly("user");
    String nobody = endpoint.issuer.token("x", "orders").issue().compact();
    assertThat(endpoint.token(endpoint.exchange(nobody)).roles()).isEmpty();
  }

  @Test
  void givesNoTokenThatOutlivesTheSubjects() throws Exception {
    String short30 = endpoint.subject().lifetime(Duration.ofSeconds(30)).issue().compact();
    endpoint.clock.advance(Duration.ofSeconds(10));
    TokenResponse response = endpoint.exchange(short30);

    assertThat(response.members()).containsEntry("expires_in", 20L);
    assertThat(endpoint.token(response).claims().numericDate("exp"))
        .hasValue(Tokens.NOW.getEpochSecond() + 30);
  }

  @Test
  void keepsWhoActedBefore() throws Exception {
    String acted = endpoint.subject().claim("act", Map.of("sub", "frontend")).issue().compact();

    assertThat(endpoint.token(endpoint.exchange(acted)).claims().asMap())
        .containsEntry("act", Map.of("sub", "orders", "act", Map.of("sub", "frontend")));
  }

  @Test
  void refusesAChainOfActorsThatHasNoEnd() {
    Map<String, Object> seven = chain(7);
    assertThat(endpoint.exchange(acted(seven)).status()).isEqualTo(200);
    assertThat(error(endpoint.exchange(acted(chain(8))))).isEqualTo("invalid_request");
    assertThat(error(endpoint.exchange(acted("frontend")))).isEqualTo("invalid_request");
    assertThat(error(endpoint.exchange(acted(Map.of("sub", "a", "act", List.of())))))
        .isEqualTo("invalid_request");
  }

  @Test
  void keepsTheNamesOfTheSubject() throws Exception {
    String named =
        endpoint
            .subject()
            .claim("upn", "jdoe@example.com")
            .claim("preferred_username", "jd")
            .claim("email", "private@example.com")
            .issue()
            .compact();

    assertThat(endpoint.token(endpoint.exchange(named)).claims().asMap())
        .containsEntry("upn", "jdoe@example.com")
        .containsEntry("preferred_username", "jd")
        .doesNotContainKey("email");
  }

  @Test
  void saysOfWhichTypeTheTokenIsThatWasAskedFor() {
    assertThat(text(endpoint.exchange(subject, "requested_token_type", JWT), "issued_token_type"))
        .isEqualTo(JWT);
    assertThat(endpoint.exchange(subject, "subject_token_type", JWT).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "requested_token_type, urn:ietf:params:oauth:token-type:refresh_token",
    "requested_token_type, access_token",
    "subject_token_type, urn:ietf:params:oauth:token-type:saml2",
    "subject_token_type, ''",
    "subject_token, ''",
    "subject_token, x.y.z",
    "actor_token, x",
    "actor_token_type, urn:ietf:params:oauth:token-type:jwt"
  })
  void refusesWhatItDoesNotDo(String parameter, String value) {
    TokenResponse response = endpoint.exchange(subject, parameter, value);

    assertThat(response.status()).isEqualTo(400);
    assertThat(error(response)).isEqualTo("invalid_request");
  }

  @ParameterizedTest
  @CsvSource({
    "audience, stranger, invalid_target",
    "audience, orders, invalid_target",
    "audience, '', invalid_target",
    "scope, admin, invalid_scope",
    "client_id, billing, invalid_client"
  })
  void refusesWhatTheClientMayNot(String parameter, String value, String error) {
    assertThat(error(endpoint.exchange(subject, parameter, value))).isEqualTo(error);
  }

  @Test
  void refusesAClientThatMayNotExchange() {
    TokenResponse other =
        endpoint.ask(
            List.of(),
            List.of(EndpointUnderTest.API_KEY.text()),
            EndpointUnderTest.form(
                "grant_type", EXCHANGE,
                "subject_token", subject,
                "subject_token_type", EndpointUnderTest.ACCESS_TOKEN));

    assertThat(other.status()).isEqualTo(400);
    assertThat(error(other)).isEqualTo("unauthorized_client");
  }

  @Test
  void refusesATokenThatWasNotMeantForTheClient() {
    String foreign = endpoint.issuer.token("jdoe", "inventory").issue().compact();

    assertThat(error(endpoint.exchange(foreign))).isEqualTo("invalid_request");
  }

  @Test
  void takesATokenOfAnotherIssuerThatIsTrusted() throws Exception {
    VerifiedJwt token = endpoint.token(endpoint.exchange(EndpointUnderTest.foreign().compact()));

    assertThat(token.claims().asMap())
        .containsEntry("iss", EndpointUnderTest.ISSUER)
        .containsEntry("sub", "24400320");
    assertThat(token.callerName()).isEqualTo("jdoe@example.com");
    assertThat(token.roles()).containsExactly("user");
  }

  @Test
  void refusesATokenThatNamesNobodyOrIsBoundToSomebody() {
    Tokens foreign = EndpointUnderTest.foreign();

    for (Tokens bad :
        List.of(
            foreign.without("sub"),
            foreign.claim("sub", " "),
            foreign.without("aud"),
            foreign.claim("cnf", Map.of("jkt", "x".repeat(42) + "A")),
            foreign.claim("cnf", Map.of("x5t#S256", "x".repeat(42) + "A")),
            foreign.tampered())) {
      assertThat(error(endpoint.exchange(bad.compact()))).isEqualTo("invalid_request");
    }
    assertThat(endpoint.issued).isEmpty();
  }

  @Test
  void refusesATokenThatHasExpired() {
    endpoint.clock.advance(Duration.ofMinutes(5));

    assertThat(error(endpoint.exchange(subject))).isEqualTo("invalid_request");
  }

  @Test
  void refusesATokenThatAnotherMaySpend() {
    String mine = endpoint.subject().claim("may_act", Map.of("sub", "orders")).issue().compact();
    String others = endpoint.subject().claim("may_act", Map.of("sub", "billing")).issue().compact();
    String odd = endpoint.subject().claim("may_act", "orders").issue().compact();

    assertThat(endpoint.exchange(mine).status()).isEqualTo(200);
    assertThat(error(endpoint.exchange(others))).isEqualTo("invalid_request");
    assertThat(error(endpoint.exchange(odd))).isEqualTo("invalid_request");
  }

  private String acted(Object act) {
    return endpoint.subject().claim("act", act).issue().compact();
  }

  private static Map<String, Object> chain(int length) {
    Map<String, Object> chain = Map.of("sub", "a");
    for (int i = 1; i < length; i++) {
      chain = Map.of("sub", "a", "act", chain);
    }
    return chain;
  }
}
