package dev.vouchgate.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.client.CallPolicy.TokenOrigin;
import dev.vouchgate.config.Gate;
import dev.vouchgate.config.Settings;
import dev.vouchgate.config.SettingsSource;
import dev.vouchgate.issue.IssuePolicy;
import dev.vouchgate.issue.RotationPolicy;
import dev.vouchgate.issue.SigningKeyRing;
import dev.vouchgate.issue.TokenIssuer;
import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.keys.RefreshExecutor;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.VerifiedJwt;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OutboundTokensTest {
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  private static final URI HERE = URI.create("https://inventory.example.com/stock");

  private final MutableClock clock = new MutableClock();
  private final RefreshExecutor executor = RefreshExecutor.background();
  private final TokenIssuer issuer =
      new TokenIssuer(
          new IssuePolicy("https://shop.example.com", FIVE_MINUTES, FIVE_MINUTES),
          SigningKeyRing.inMemory(
              new RotationPolicy(
                  JwsAlgorithm.ES256, Duration.ofHours(1), FIVE_MINUTES, FIVE_MINUTES),
              clock),
          clock);

  @AfterEach
  void close() {
    executor.close();
  }

  private OutboundTokens tokens(TokenOrigin origin, Optional<String> scope, String... roles) {
    return new OutboundTokens(
        service -> new CallPolicy(service, origin, scope, List.of(roles)),
        call -> Optional.of(new SelfSignedTokens(issuer, "orders", call)),
        clock,
        executor);
  }

  @Test
  void signsTokensForOneServiceEach() throws Exception {
    OutboundTokens tokens = tokens(TokenOrigin.SELF, Optional.of("read write"), "clerk");

    assertThat(claims(tokens.token("inventory", HERE, Optional::empty)))
        .containsEntry("iss", "https://shop.example.com")
        .containsEntry("sub", "orders")
        .containsEntry("aud", "inventory")
        .containsEntry("scope", "read write")
        .containsEntry("groups", List.of("clerk"));
    assertThat(claims(tokens.token("billing", HERE, Optional::empty)))
        .containsEntry("aud", "billing");
  }

  @Test
  void saysNoMoreThanItIsTold() throws Exception {
    assertThat(
            claims(
                tokens(TokenOrigin.SELF, Optional.empty()).token("billing", HERE, Optional::empty)))
        .containsOnlyKeys("iss", "sub", "aud", "iat", "exp", "jti");
  }

  @Test
  void keepsATokenForTheNextCall() throws Exception {
    OutboundTokens tokens = tokens(TokenOrigin.SELF, Optional.empty());
    String first = tokens.token("inventory", HERE, Optional::empty);

    assertThat(tokens.token("inventory", HERE, Optional::empty)).isEqualTo(first);
    assertThat(tokens.insteadOf("inventory", first)).isPresent().get().isNotEqualTo(first);
    assertThat(tokens.insteadOf("billing", first)).isEmpty();
  }

  @Test
  void forgetsItsTokensAtTheEnd() throws Exception {
    OutboundTokens tokens = tokens(TokenOrigin.SELF, Optional.empty());
    tokens.token("inventory", HERE, Optional::empty);
    tokens.close();
    assertThatThrownBy(() -> tokens.token("inventory", HERE, Optional::empty))
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessage("the application has stopped");
  }

  @Test
  void saysWhatIsMissing() {
    OutboundTokens tokens =
        new OutboundTokens(
            service -> new CallPolicy(service, TokenOrigin.SELF, Optional.empty(), List.of()),
            call -> Optional.empty(),
            clock,
            executor);
    assertThatThrownBy(() -> tokens.token("inventory", HERE, Optional::empty))
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageContaining("vouchgate.call.token-endpoint")
        .hasMessageContaining("vouchgate.issue.issuer");
  }

  @Test
  void sendsTheCallersTokenOnWhereItIsMeantToGo() throws Exception {
    VerifiedJwt caller = caller(Tokens.valid("HS256").claim("aud", List.of("orders", "inventory")));
    assertThat(
            tokens(TokenOrigin.CALLER, Optional.empty())
                .token("inventory", HERE, () -> Optional.of(caller)))
        .isEqualTo(caller.compact());
  }

  @Test
  void keepsTheCallersTokenFromEverybodyElse() throws Exception {
    OutboundTokens tokens = tokens(TokenOrigin.CALLER, Optional.empty());
    VerifiedJwt forUs = caller(Tokens.valid("HS256").claim("aud", "orders"));
    VerifiedJwt forAnybody = caller(Tokens.valid("HS256").without("aud"));

    for (VerifiedJwt caller : List.of(forUs, forAnybody)) {
      assertThatThrownBy(() -> tokens.token("inventory", HERE, () -> Optional.of(caller)))
          .isInstanceOf(TokenUnavailableException.class)
          .hasMessageContaining("its aud does not name inventory");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://inventory.example.com/", "ftp://127.0.0.1/", "/stock"})
  void hasNoTokenForWhereAnybodyCouldReadIt(String address) {
    assertThatThrownBy(
            () ->
                tokens(TokenOrigin.SELF, Optional.empty())
                    .token("inventory", URI.create(address), Optional::empty))
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageEndingWith(
            " is sent no token for inventory: expected https, or http to this machine");
  }

  @Test
  void hasNoTokenOfACallerWhereThereIsNone() {
    assertThatThrownBy(
            () ->
                tokens(TokenOrigin.CALLER, Optional.empty())
                    .token("inventory", HERE, Optional::empty))
        .isInstanceOf(TokenUnavailableException.class)
        .hasMessageContaining("there is no caller");
  }

  private static Map<String, @Nullable Object> claims(String compact) throws Exception {
    return ClaimsSet.parse(Base64.getUrlDecoder().decode(compact.split("\\.", -1)[1])).asMap();
  }

  private VerifiedJwt caller(Tokens token) throws Exception {
    String secret =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(TestKeys.secret("secret").signing().getEncoded());
    Settings settings =
        Settings.read(
            SettingsSource.of(
                Map.of("mp.jwt.verify.issuer", Tokens.ISSUER, "vouchgate.secret", secret)),
            OutboundTokensTest.class.getClassLoader());
    try (Gate gate = Gate.from(settings, clock)) {
      return gate.verify(token.compact());
    }
  }
}
