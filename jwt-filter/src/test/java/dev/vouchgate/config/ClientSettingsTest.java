package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.withSecret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import org.junit.jupiter.api.Test;

/** The clients that tokens may have been given to. */
class ClientSettingsTest {
  private static final Tokens TOKEN = Tokens.valid("HS256");

  @Test
  void acceptsEitherNameOfAClient() throws RejectedException {
    verify(TOKEN.claim("azp", "web"));
    verify(TOKEN.claim("client_id", "app"));
    verify(TOKEN.claim("azp", "web").claim("client_id", "app"));
  }

  @Test
  void refusesAnotherClient() {
    assertThat(refusal(TOKEN.claim("azp", "other")))
        .isEqualTo(new Rejection.ClaimMismatch("azp", "one of [app, web]"));
    assertThat(refusal(TOKEN.claim("azp", "web").claim("client_id", "other")))
        .isEqualTo(new Rejection.ClaimMismatch("client_id", "one of [app, web]"));
  }

  @Test
  void refusesATokenThatNamesNoClient() {
    assertThat(refusal(TOKEN)).isEqualTo(new Rejection.MissingClaim("azp or client_id"));
  }

  @Test
  void refusesAClientThatIsNoName() {
    assertThat(refusal(TOKEN.claim("azp", 7)))
        .isEqualTo(new Rejection.ClaimMismatch("azp", "a string"));
  }

  private static void verify(Tokens token) throws RejectedException {
    Settings settings = withSecret().with("vouchgate.clients", "web,app").read();
    try (Gate gate = Gate.from(settings, new MutableClock())) {
      assertThat(gate.verify(token.compact())).isNotNull();
    }
  }

  private static Rejection refusal(Tokens token) {
    RejectedException refused = catchThrowableOfType(RejectedException.class, () -> verify(token));
    assertThat(refused).as("a rejection").isNotNull();
    return refused.rejection();
  }
}
