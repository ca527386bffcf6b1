package dev.vouchgate.verify;

import static dev.vouchgate.verify.VerifierUnderTest.claims;
import static dev.vouchgate.verify.VerifierUnderTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.Rejection.ClaimMismatch;
import dev.vouchgate.verify.Rejection.MissingClaim;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To which client, and for which tenant, a token was given. */
class ClientRulesTest {
  private static final Set<String> CLIENTS = Set.of("web", "app");

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"azp\":\"web\"}",
        "{\"client_id\":\"app\"}",
        "{\"azp\":\"web\",\"client_id\":\"app\"}",
        "{\"azp\":null,\"client_id\":\"app\"}"
      })
  void acceptsTokensOfItsClients(String json) {
    assertThatCode(() -> ClaimRules.client(CLIENTS).check(claims(json), Tokens.NOW))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"azp\":\"other\"}",
        "{\"azp\":\"other\",\"client_id\":\"app\"}",
        "{\"azp\":\"WEB\"}",
        "{\"azp\":\"\"}"
      })
  void refusesTokensOfOtherClients(String json) {
    assertThat(rejection(ClaimRules.client(CLIENTS), claims(json)))
        .isEqualTo(new ClaimMismatch("azp", "one of [app, web]"));
  }

  @Test
  void refusesAClientIdOfAnotherBesideItsOwnAzp() {
    assertThat(
            rejection(
                ClaimRules.client(CLIENTS), claims("{\"azp\":\"web\",\"client_id\":\"other\"}")))
        .isEqualTo(new ClaimMismatch("client_id", "one of [app, web]"));
  }

  @Test
  void refusesAClientThatIsNoString() {
    assertThat(rejection(ClaimRules.client(CLIENTS), claims("{\"azp\":[\"web\"]}")))
        .isEqualTo(new ClaimMismatch("azp", "a string"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"{}", "{\"azp\":null}", "{\"client\":\"web\"}"})
  void refusesTokensThatNameNoClient(String json) {
    assertThat(rejection(ClaimRules.client(CLIENTS), claims(json)))
        .isEqualTo(new MissingClaim("azp or client_id"));
  }

  @Test
  void acceptsItsTenantAndNoOther() {
    assertThatCode(
            () -> ClaimRules.exactly("tid", "acme").check(claims("{\"tid\":\"acme\"}"), Tokens.NOW))
        .doesNotThrowAnyException();
    assertThat(rejection(ClaimRules.exactly("tid", "acme"), claims("{\"tid\":\"acme2\"}")))
        .isEqualTo(new ClaimMismatch("tid", "acme"));
    assertThat(rejection(ClaimRules.exactly("tid", "acme"), claims("{\"tid\":[\"acme\"]}")))
        .isEqualTo(new ClaimMismatch("tid", "a string"));
    assertThat(rejection(ClaimRules.exactly("tid", "acme"), claims("{}")))
        .isEqualTo(new MissingClaim("tid"));
  }
}
