package dev.vouchgate.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.client.CallPolicy.TokenOrigin;
import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.issue.IssuedToken;
import dev.vouchgate.issue.SigningKey;
import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.JwsSigner;
import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.JoseLibrary;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.Tokens;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StsEndpointTest {
  private static final CallPolicy STOCK =
      new CallPolicy("inventory", TokenOrigin.STS, Optional.of("read write"), List.of());
  private static final String GOOD =
      "{\"access_token\":\"a.b.c\",\"token_type\":\"Bearer\",\"expires_in\":300}";

  private final StubJwksServer server = new StubJwksServer();
  private final HttpFetcher http =
      new HttpFetcher(new HttpFetcher.Limits(Duration.ofSeconds(30), 1000, false));
  private final MutableClock clock = new MutableClock();
  private final StsEndpoint endpoint = endpoint(new ClientCredential.Secret("shop:1", "p%ss word"));

  private StsEndpoint endpoint(ClientCredential client) {
    return new StsEndpoint(server.uri("/token"), () -> client, http, clock);
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Test
  void asksAsRfc6749Has() throws Exception {
    server.on("/token", Answer.of(GOOD));

    IssuedToken token = endpoint.fetch(STOCK);

    assertThat(token.compact()).isEqualTo("a.b.c");
    assertThat(token.expiresAt()).isEqualTo(Tokens.NOW.plusSeconds(300));
    assertThat(form())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "grant_type",
                "client_credentials",
                "audience",
                "inventory",
                "scope",
                "read write"));
    Map<String, List<String>> headers = server.requests().get(0).headers();
    assertThat(headers.get("Content-type")).containsExactly("application/x-www-form-urlencoded");
    assertThat(headers.get("Authorization"))
        .containsExactly(
            "Basic " + Base64.getEncoder().encodeToString("shop%3A1:p%25ss+word".getBytes(UTF_8)));
  }

  @Test
  void asksForNoScopeThatIsNotSet() throws Exception {
    server.on("/token", Answer.of(GOOD));

    endpoint.fetch(new CallPolicy("inventory", TokenOrigin.STS, Optional.empty(), List.of()));

    assertThat(form()).containsOnlyKeys("grant_type", "audience");
  }

  @Test
  void provesItselfWithAPrivateKey() throws Exception {
    server.on("/token", Answer.of(GOOD));
    SigningKey key = SigningKey.generate(JwsAlgorithm.ES256);

    endpoint(
            new ClientCredential.PrivateKeyJwt(
                "shop", Optional.of(key.keyId()), new JwsSigner(key.algorithm(), key.privateKey())))
        .fetch(STOCK);

    assertThat(server.requests().get(0).headers()).doesNotContainKey("Authorization");
    assertThat(form())
        .containsEntry(
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    String assertion = form().get("client_assertion");
    assertThat(JoseLibrary.NIMBUS.accepts(assertion, "ES256", key.publicKey())).isTrue();
    Map<String, Object> claims =
        ClaimsSet.parse(Base64.getUrlDecoder().decode(assertion.split("\\.", -1)[1])).asMap();
    long now = Tokens.NOW.getEpochSecond();
    assertThat(claims)
        .containsEntry("iss", "shop")
        .containsEntry("sub", "shop")
        .containsEntry("aud", server.uri("/token").toString())
        .containsKey("jti");
    assertThat(claims).containsEntry("exp", now + 60);
  }

  @Test
  void believesAnAnswerWithoutALifetimeForAMinute() throws Exception {
    server.on("/token", Answer.of("{\"access_token\":\"a\",\"token_type\":\"bearer\"}"));
    assertThat(endpoint.fetch(STOCK).expiresAt()).isEqualTo(Tokens.NOW.plusSeconds(60));
  }

  @Test
  void believesNoLifetimeOfMoreThanADay() throws Exception {
    server.on("/token", Answer.of(GOOD.replace("300", "9223372036854775807")));
    assertThat(endpoint.fetch(STOCK).expiresAt()).isEqualTo(Tokens.NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void tellsTheCodeOfARefusalAndNothingMore() {
    server.on(
        "/token",
        Answer.of(
            401,
            "{\"error\":\"invalid_client\",\"error_description\":\"p%ss word\"}".getBytes(UTF_8)));
    assertThatThrownBy(() -> endpoint.fetch(STOCK))
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessage(
            "the token endpoint "
                + server.uri("/token")
                + " gave no token: it refused with status 401 (invalid_client)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "no JSON",
        "{\"access_token\":\"a\",\"token_type\":\"DPoP\",\"expires_in\":300}",
        "{\"access_token\":\"a\",\"expires_in\":300}",
        "{\"access_token\":\"a b\",\"token_type\":\"Bearer\",\"expires_in\":300}",
        "{\"access_token\":\"a\\n\",\"token_type\":\"Bearer\",\"expires_in\":300}",
        "{\"access_token\":1,\"token_type\":\"Bearer\",\"expires_in\":300}",
        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":0}",
        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":\"300\"}",
        "{\"access_token\":\"a\",\"access_token\":\"b\",\"token_type\":\"Bearer\"}"
      })
  void refusesAnAnswerThatIsNoToken(String answer) {
    server.on("/token", Answer.of(answer));
    assertThatThrownBy(() -> endpoint.fetch(STOCK))
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageStartingWith("the token endpoint " + server.uri("/token") + " gave no token: ");
  }

  @ParameterizedTest(name = "status {0}")
  @ValueSource(ints = {201, 204, 400, 403, 500, 503})
  void refusesAnyStatusBut200(int status) {
    server.on(
        "/token",
        status == 204 ? Answer.of(status, new byte[0]) : Answer.of(status, GOOD.getBytes(UTF_8)));
    assertThatThrownBy(() -> endpoint.fetch(STOCK))
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageContaining("it refused with status " + status + " (and no error code)");
  }

  @Test
  void carriesNoSecretToWhereItIsRedirected() {
    server.on("/token", Answer.redirect(307, "/elsewhere"));
    server.on("/elsewhere", Answer.of(GOOD));
    assertThatThrownBy(() -> endpoint.fetch(STOCK)).hasMessageContaining("status 307");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void sendsNoSecretOverPlainHttpToOthers() {
    StsEndpoint plain =
        new StsEndpoint(
            URI.create("http://sts.example.com/token?x=y"),
            () -> new ClientCredential.Secret("shop", "secret"),
            http,
            clock);
    assertThatThrownBy(() -> plain.fetch(STOCK))
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessage(
            "http://sts.example.com/token is sent no secret: expected https, or http to this"
                + " machine");
  }

  @Test
  void refusesAnAnswerThatIsTooLong() {
    server.on("/token", Answer.of("{\"access_token\":\"" + "a".repeat(1000) + "\"}"));
    assertThatThrownBy(() -> endpoint.fetch(STOCK))
        .hasMessageContaining("its body has more than 1000 bytes");
  }

  @Test
  void endsAtTheDeadlineIfTheServerHangs() {
    server.on("/token", Answer.hanging());
    try (HttpFetcher impatient =
        new HttpFetcher(new HttpFetcher.Limits(Duration.ofMillis(300), 1000, false))) {
      StsEndpoint hanging =
          new StsEndpoint(
              server.uri("/token"),
              () -> new ClientCredential.Secret("shop", "secret"),
              impatient,
              clock);
      assertThatThrownBy(() -> hanging.fetch(STOCK))
          .isInstanceOf(TokenUnavailableException.class)
          .hasMessage(server.uri("/token") + " gave no complete answer within 300 ms");
    }
  }

  @Test
  void showsNoSecret() {
    assertThat(new ClientCredential.Secret("shop", "geheim").toString()).isEqualTo("Secret[shop]");
  }

  private Map<String, String> form() {
    return Arrays.stream(server.requests().get(0).body().split("&", -1))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                field -> URLDecoder.decode(field[0], UTF_8),
                field -> URLDecoder.decode(field[1], UTF_8)));
  }
}
