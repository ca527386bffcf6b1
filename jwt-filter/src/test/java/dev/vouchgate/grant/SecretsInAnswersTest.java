package dev.vouchgate.grant;

import static dev.vouchgate.grant.EndpointUnderTest.API_KEY;
import static dev.vouchgate.grant.EndpointUnderTest.SECRET;
import static dev.vouchgate.grant.EndpointUnderTest.assertion;
import static dev.vouchgate.grant.EndpointUnderTest.basic;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Neither secrets nor tokens are in refusals, whatever place they came in. */
class SecretsInAnswersTest {
  private static final List<String> PARAMETERS =
      List.of(
          "client_secret",
          "client_id",
          "client_assertion",
          "client_assertion_type",
          "subject_token",
          "subject_token_type",
          "requested_token_type",
          "actor_token",
          "grant_type",
          "client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
              + "&client_assertion",
          "x&x");

  @Test
  void saysNoSecretThatCame() {
    EndpointUnderTest endpoint = new EndpointUnderTest();
    String token = endpoint.subject().issue().compact();
    String own = assertion().tampered().compact();
    List<String> secrets = List.of(SECRET, API_KEY.secret(), token, own);
    int asked = 0;
    for (String secret : secrets) {
      for (String parameter : PARAMETERS) {
        for (String grant : List.of("client_credentials", EndpointUnderTest.EXCHANGE)) {
          String value = EndpointUnderTest.form("v", secret).substring(1);
          String form = "grant_type=" + grant + "&" + parameter + value;
          for (String authorization :
              List.of(
                  basic(secret, "x"),
                  basic("orders", secret + "x"),
                  basic("orders", SECRET),
                  "Bearer " + secret)) {
            String said = endpoint.said(endpoint.ask(List.of(authorization), List.of(), form));
            assertThat(said).doesNotContain(secrets.toArray(String[]::new));
            asked++;
          }
          String said = endpoint.said(endpoint.ask(List.of(), List.of("orders." + secret), form));
          assertThat(said).doesNotContain(secrets.toArray(String[]::new));
          asked++;
        }
      }
    }
    assertThat(endpoint.refused).hasSize(asked);
  }

  @Test
  void showsNoSecretInWhatMayBeLogged() throws Exception {
    EndpointUnderTest endpoint = new EndpointUnderTest();
    TokenResponse response =
        endpoint.byOrders("grant_type", "client_credentials", "audience", "inventory");

    assertThat(response.toString()).isEqualTo("TokenResponse 200");
    assertThat(API_KEY.toString()).doesNotContain(API_KEY.secret());
    assertThat(
            TokenRequest.parse(
                    List.of("Basic x"),
                    List.of("k"),
                    "client_secret=s3".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString())
        .isEqualTo("TokenRequest[client_secret]");
    assertThat(endpoint.issued.toString())
        .doesNotContain(EndpointUnderTest.text(response, "access_token"));
  }
}
