package dev.vouchgate.grant;

import static dev.vouchgate.grant.EndpointUnderTest.ACCESS_TOKEN;
import static dev.vouchgate.grant.EndpointUnderTest.EXCHANGE;
import static dev.vouchgate.grant.EndpointUnderTest.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.keys.KeyLocator;
import dev.vouchgate.keys.KeysUnavailableException;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Where nobody can be judged, nobody is called wrong: clients try again later. */
class KeysOutOfReachTest {
  private static final Duration LATER = Duration.ofSeconds(5);
  private static final KeyLocator NOWHERE =
      header -> {
        throw new KeysUnavailableException("never reached", LATER);
      };

  private final MutableClock clock = new MutableClock();

  @Test
  void tellsAClientWhoseKeysHaveNeverBeenReachedToTryAgain() {
    Client reports =
        new Client(
            "reports",
            new Client.Credentials(Optional.empty(), Optional.empty(), Optional.of(NOWHERE)),
            new Client.Rights(List.of("orders"), List.of(), Set.of(), Set.of(), Optional.empty()));
    ClientAuthentication authentication =
        new ClientAuthentication(
            List.of(reports),
            new ClientSecrets(List.of(reports), KeyDerivation.PLATFORM, clock),
            new ClientAssertions(
                List.of(reports), Set.of(ISSUER), SignatureProvider.PLATFORM, clock));
    String form =
        EndpointUnderTest.form(
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion",
            EndpointUnderTest.assertion().compact());

    assertThat(refusal(() -> authentication.authenticate(request(form))))
        .isEqualTo(TokenError.TEMPORARILY_UNAVAILABLE);
  }

  @Test
  void tellsAClientWhoseSubjectsIssuerHasNeverBeenReachedToTryAgain() {
    Client orders =
        new Client(
            "orders",
            new Client.Credentials(Optional.empty(), Optional.empty(), Optional.empty()),
            new Client.Rights(
                List.of("orders"), List.of(), Set.of(), Set.of("orders"), Optional.empty()));
    TokenExchangeGrant grant =
        new TokenExchangeGrant(
            new EndpointUnderTest().issuer,
            token -> {
              throw new RejectedException(new Rejection.Unavailable("never reached", LATER));
            });
    String form =
        EndpointUnderTest.form(
            "grant_type",
            EXCHANGE,
            "audience",
            "orders",
            "subject_token",
            "x",
            "subject_token_type",
            ACCESS_TOKEN);

    assertThat(refusal(() -> grant.grant(orders, request(form))))
        .isEqualTo(TokenError.TEMPORARILY_UNAVAILABLE);
  }

  private static TokenRequest request(String form) throws TokenRefusedException {
    return TokenRequest.parse(List.of(), List.of(), form.getBytes(StandardCharsets.US_ASCII));
  }

  private static TokenError refusal(ThrowingCallable asking) {
    return catchThrowableOfType(TokenRefusedException.class, asking).error();
  }
}
