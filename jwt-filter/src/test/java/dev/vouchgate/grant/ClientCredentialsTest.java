package dev.vouchgate.grant;

import static dev.vouchgate.grant.EndpointUnderTest.error;
import static dev.vouchgate.grant.EndpointUnderTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.observe.TokenIssued;
import dev.vouchgate.verify.VerifiedJwt;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCredentialsTest {
  private final EndpointUnderTest endpoint = new EndpointUnderTest();

  @Test
  void givesATokenInTheClientsOwnName() throws Exception {
    TokenResponse response = ask("audience", "inventory", "scope", "read");
    VerifiedJwt token = endpoint.token(response);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.members())
        .containsOnlyKeys("access_token", "token_type", "expires_in", "scope")
        .containsEntry("token_type", "Bearer")
        .containsEntry("expires_in", 120L)
        .containsEntry("scope", "read");
    assertThat(token.claims().asMap())
        .containsOnlyKeys("iss", "sub", "aud", "client_id", "scope", "groups", "iat", "exp", "jti")
        .containsEntry("iss", EndpointUnderTest.ISSUER)
        .containsEntry("sub", "orders")
        .containsEntry("client_id", "orders")
        .containsEntry("aud", "inventory")
        .containsEntry("scope", "read");
    assertThat(token.roles()).containsExactlyInAnyOrder("service", "user");
    assertThat(endpoint.issued).containsExactly(new TokenIssued("orders", "orders", "inventory"));
    assertThat(endpoint.refused).isEmpty();
  }

  @Test
  void letsNobodyKeepTheAnswer() {
    assertThat(ask("audience", "inventory").headers())
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Pragma", "no-cache")
        .hasSize(2);
    assertThat(ask("audience", "x").headers()).containsEntry("Cache-Control", "no-store");
  }

  @Test
  void givesAllScopesToWhoeverAsksForNone() {
    assertThat(text(ask("audience", "inventory"), "scope")).isEqualTo("read write");
    assertThat(text(ask("audience", "inventory", "scope", ""), "scope")).isEqualTo("read write");
  }

  @Test
  void namesAScopeOnce() {
    assertThat(text(ask("audience", "inventory", "scope", "write write"), "scope"))
        .isEqualTo("write");
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "read admin", "read  write", " read", "Read", "read,write"})
  void refusesAScopeThatIsNotTheClients(String scope) {
    assertThat(error(ask("audience", "inventory", "scope", scope))).isEqualTo("invalid_scope");
  }

  @Test
  void takesAResourceForAnAudience() throws Exception {
    String mail = "https://mail.example.com";

    assertThat(endpoint.token(ask("resource", mail)).claims().asMap()).containsEntry("aud", mail);
  }

  @ParameterizedTest
  @CsvSource({
    "audience=stranger",
    "audience=*",
    "audience=Inventory",
    "resource=stranger",
    "scope=read",
    "audience=inventory&resource=inventory",
    "audience=inventory&audience=inventory",
    "resource=inventory&resource=https%3A%2F%2Fmail.example.com"
  })
  void refusesAnAudienceThatIsNotTheClientsOrNoneOrSeveral(String form) {
    assertThat(
            error(endpoint.ask(credentials(), List.of(), "grant_type=client_credentials&" + form)))
        .isEqualTo("invalid_target");
  }

  @Test
  void needsNoAudienceOfAClientThatMayHaveOnlyOne() throws Exception {
    TokenResponse response =
        endpoint.ask(
            List.of(), List.of(EndpointUnderTest.API_KEY.text()), "grant_type=client_credentials");

    assertThat(endpoint.token(response).claims().asMap())
        .containsEntry("aud", "orders")
        .doesNotContainKey("scope");
    assertThat(response.members())
        .containsOnlyKeys("access_token", "token_type", "expires_in")
        .containsEntry("expires_in", 300L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "authorization_code", "refresh_token", "CLIENT_CREDENTIALS"})
  void refusesAGrantThatItDoesNotKnow(String grant) {
    TokenResponse response = endpoint.byOrders("grant_type", grant, "audience", "inventory");

    assertThat(response.status()).isEqualTo(400);
    assertThat(error(response)).isEqualTo("unsupported_grant_type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "grant_type",
        "grant_type=",
        "audience=inventory",
        "grant_type=client_credentials&grant_type=client_credentials",
        "grant_type=client_credentials&x=1&x=2",
        "grant_type=client_credentials&scope=&scope=",
        "grant_type=client_credentials&x=%",
        "grant_type=client_credentials&x=%4",
        "grant_type=client_credentials&x=%zz",
        "grant_type=client_credentials&%C0%AF=1",
        "grant_type=client_credentials&x=\u00ff",
      })
  void refusesWhatIsNoFormOrSaysSomethingTwice(String body) {
    TokenResponse response = endpoint.ask(credentials(), List.of(), body);

    assertThat(response.status()).isEqualTo(400);
    assertThat(error(response)).isEqualTo("invalid_request");
  }

  @Test
  void readsAFormHoweverItIsEncoded() throws Exception {
    String body =
        "&grant%5Ftype=client_credential%73&&sc%6Fpe=read+write&unknown=%e2%82%ac&audience=inventory&";

    assertThat(text(endpoint.ask(credentials(), List.of(), body), "scope")).isEqualTo("read write");
  }

  @Test
  void readsNoMoreThan64Parameters() {
    String form = "grant_type=client_credentials&audience=inventory" + "&".repeat(62);

    assertThat(endpoint.ask(credentials(), List.of(), form).status()).isEqualTo(200);
    assertThat(error(endpoint.ask(credentials(), List.of(), form + "&")))
        .isEqualTo("invalid_request");
  }

  @Test
  void saysTheSameToEverybodyWhomItRefusesForTheSameReason() {
    assertThat(new String(ask("audience", "a\"\n<b>").json(), StandardCharsets.UTF_8))
        .isEqualTo(new String(ask("audience", "c").json(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"error\":\"invalid_target\",\"error_description\":"
                + "\"The audience or resource is missing or not granted\"}");
  }

  @ParameterizedTest
  @EnumSource
  void describesErrorsInTheCharactersOfTheSpecification(TokenError error) {
    assertThat(error.description()).matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    assertThat(error.code()).matches("[a-z_]+");
  }

  private static List<String> credentials() {
    return List.of(EndpointUnderTest.basic("orders", EndpointUnderTest.SECRET));
  }

  private TokenResponse ask(String... form) {
    String[] whole = new String[form.length + 2];
    whole[0] = "grant_type";
    whole[1] = "client_credentials";
    System.arraycopy(form, 0, whole, 2, form.length);
    return endpoint.byOrders(whole);
  }
}
