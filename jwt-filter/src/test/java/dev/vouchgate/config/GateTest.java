package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static dev.vouchgate.config.SettingsUnderTest.withSecret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.TokenAccepted;
import dev.vouchgate.observe.TokenRejected;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.CacheState;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.VerifiedJwt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the settings make of a token, without any container. */
class GateTest {
  private static final Tokens TOKEN = Tokens.valid("HS256");

  private final MutableClock clock = new MutableClock();

  @Test
  void provesATokenWithoutAContainer() throws RejectedException {
    VerifiedJwt jwt = verify(withSecret(), TOKEN);
    assertThat(jwt.callerName()).isEqualTo("jdoe@example.com");
    assertThat(jwt.roles()).containsExactly("user");
    assertThat(jwt.compact()).isEqualTo(TOKEN.compact());
  }

  @Test
  void remembersAProvenToken() throws RejectedException {
    try (Gate gate = Gate.from(withSecret().read(), clock)) {
      VerifiedJwt first = gate.verify(TOKEN.compact());
      assertThat(gate.verify(TOKEN.compact())).isSameAs(first);
      assertThat(gate.cache()).contains(new CacheState(1, 1, 1));
    }
  }

  @Test
  void remembersNoTokenWhereNoneMayBe() throws RejectedException {
    try (Gate gate = Gate.from(withSecret().with("vouchgate.cache.tokens", "0").read(), clock)) {
      VerifiedJwt first = gate.verify(TOKEN.compact());
      assertThat(gate.verify(TOKEN.compact())).isNotSameAs(first);
      assertThat(gate.cache()).isEmpty();
    }
  }

  @Test
  void livesByTheSystemClockUnlessGivenAnother() throws RejectedException {
    try (Gate gate = Gate.from(withSecret().read())) {
      assertThat(catchThrowableOfType(RejectedException.class, () -> gate.verify(TOKEN.compact())))
          .extracting(RejectedException::rejection)
          .isInstanceOf(Rejection.Expired.class);
    }
  }

  @Test
  void wantsTheIssuerExactly() {
    assertThat(refusal(withSecret(), TOKEN.claim("iss", Tokens.ISSUER + "/")))
        .isEqualTo(new Rejection.UntrustedIssuer(Tokens.ISSUER + "/", Tokens.ISSUER));
  }

  @Test
  void acceptsAnyAudienceWhereNoneIsSet() throws RejectedException {
    assertThat(verify(withSecret(), TOKEN.without("aud"))).isNotNull();
  }

  @Test
  void wantsOneOfTheAudiences() throws RejectedException {
    SettingsUnderTest settings = withSecret().with("mp.jwt.verify.audiences", "orders,shop");
    assertThat(verify(settings, TOKEN)).isNotNull();
    assertThat(refusal(settings, TOKEN.claim("aud", "shop2")))
        .isEqualTo(new Rejection.ClaimMismatch("aud", "one of [orders, shop]"));
    assertThat(refusal(settings, TOKEN.without("aud")))
        .isEqualTo(new Rejection.MissingClaim("aud"));
  }

  @Test
  void refusesAnIdTokenUnlessToldOtherwise() throws RejectedException {
    Tokens idToken = TOKEN.claim("nonce", "n-0S6_WzA2Mj").claim("at_hash", "MTIzNDU2Nzg5MDEyMzQ1");
    assertThat(refusal(withSecret(), idToken))
        .isEqualTo(new Rejection.ClaimMismatch("at_hash", "an access token; this is an ID token"));
    assertThat(verify(withSecret().with("vouchgate.token.allow-id-tokens", "true"), idToken))
        .isNotNull();
  }

  @Test
  void refusesALogoutTokenAtAnyRate() {
    Tokens logoutToken =
        TOKEN.claim(
            "events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
    for (String allowed : List.of("false", "true")) {
      assertThat(
              refusal(withSecret().with("vouchgate.token.allow-id-tokens", allowed), logoutToken))
          .isInstanceOf(Rejection.ClaimMismatch.class);
    }
  }

  @Test
  void wantsTheClaimsThatAreRequired() throws RejectedException {
    SettingsUnderTest settings =
        withSecret().with("vouchgate.token.required-claims", "aud,sub,client_id,jti");
    assertThat(verify(settings, TOKEN.claim("client_id", "shop-cli"))).isNotNull();
    assertThat(refusal(settings, TOKEN)).isEqualTo(new Rejection.MissingClaim("client_id"));
  }

  @Test
  void toleratesNoSkewAtTheEndByDefault() {
    clock.advance(Tokens.LIFETIME);
    assertThat(refusal(withSecret(), TOKEN)).isInstanceOf(Rejection.Expired.class);
  }

  @Test
  void toleratesTheSkewThatIsSet() throws RejectedException {
    SettingsUnderTest settings = withSecret().with("mp.jwt.verify.clock.skew", "5");
    clock.advance(Tokens.LIFETIME.plusSeconds(4));
    assertThat(verify(settings, TOKEN)).isNotNull();
    clock.advance(Duration.ofSeconds(1));
    assertThat(refusal(settings, TOKEN)).isInstanceOf(Rejection.Expired.class);
  }

  @ParameterizedTest(name = "ahead={0} skew={1}: {2} s")
  @CsvSource({"10s, 0, 10", "0, 0, 0", "2, 60, 60", "60, 2, 60"})
  void toleratesAnIssuerWhoseClockIsAhead(String ahead, String skew, long seconds)
      throws RejectedException {
    SettingsUnderTest settings =
        withSecret().with("vouchgate.clock.ahead", ahead).with("mp.jwt.verify.clock.skew", skew);
    for (String claim : List.of("iat", "nbf")) {
      long limit = Tokens.NOW.plusSeconds(seconds).getEpochSecond();
      assertThat(verify(settings, TOKEN.claim(claim, limit))).isNotNull();
      assertThat(refusal(settings, TOKEN.claim(claim, limit + 1)))
          .isEqualTo(new Rejection.NotYetValid(claim, limit + 1, Tokens.NOW.getEpochSecond()));
    }
  }

  @Test
  void refusesATokenOfTheAgeThatIsSet() throws RejectedException {
    SettingsUnderTest settings = withSecret().with("mp.jwt.verify.token.age", "60");
    clock.advance(Duration.ofSeconds(59));
    assertThat(verify(settings, TOKEN)).isNotNull();
    clock.advance(Duration.ofSeconds(1));
    assertThat(refusal(settings, TOKEN)).isInstanceOf(Rejection.TooOld.class);
  }

  @Test
  void acceptsTypesOfAccessTokensByDefaultAndNoOther() throws RejectedException {
    assertThat(verify(withSecret(), TOKEN.withoutHeader("typ"))).isNotNull();
    assertThat(verify(withSecret(), TOKEN.header("typ", "at+jwt"))).isNotNull();
    assertThat(refusal(withSecret(), TOKEN.header("typ", "logout+jwt")))
        .isInstanceOf(Rejection.UnexpectedType.class);
  }

  @Test
  void acceptsOnlyTheTypesThatAreSet() throws RejectedException {
    SettingsUnderTest settings = withSecret().with("vouchgate.token.types", "at+jwt");
    assertThat(verify(settings, TOKEN.header("typ", "application/AT+JWT"))).isNotNull();
    assertThat(refusal(settings, TOKEN)).isInstanceOf(Rejection.UnexpectedType.class);
  }

  @Test
  void refusesATokenThatIsLongerThanSet() throws RejectedException {
    SettingsUnderTest settings = withSecret().with("vouchgate.token.max-length", "1024");
    Tokens longer = TOKEN.claim("padding", "x".repeat(1000));
    assertThat(verify(withSecret(), longer)).isNotNull();
    assertThat(refusal(settings, longer)).isInstanceOf(Rejection.MalformedToken.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "groups, user",
    "realm_access/roles, clerk",
    "https://example.com/roles, buyer",
    "scp, 'orders.read,orders.write'",
    "'groups,realm_access/roles,missing', 'user,clerk'",
  })
  void readsRolesWhereIdentityProvidersPutThem(String paths, String roles)
      throws RejectedException {
    Tokens token =
        TOKEN
            .claim("realm_access", Map.of("roles", List.of("clerk")))
            .claim("https://example.com/roles", List.of("buyer"))
            .claim("scp", "orders.read orders.write");
    assertThat(verify(withSecret().with("vouchgate.roles.path", paths), token).roles())
        .containsExactlyInAnyOrder(roles.split(","));
  }

  @Test
  void addsMappedRolesAndKeepsTheirOrigin() throws RejectedException {
    SettingsUnderTest settings = withSecret().with("vouchgate.roles.map.user", "customer,reader");
    VerifiedJwt jwt = verify(settings, TOKEN);
    assertThat(jwt.roles()).containsExactlyInAnyOrder("user", "customer", "reader");
    assertThat(jwt.claims().strings("groups")).contains(List.of("user"));
  }

  @Test
  void tellsItsListenerWhatHappened() throws RejectedException {
    List<Object> heard = new ArrayList<>();
    GateListener listener =
        new GateListener() {
          @Override
          public void accepted(TokenAccepted event) {
            heard.add(event);
          }

          @Override
          public void rejected(TokenRejected event) {
            heard.add(event);
          }
        };
    Settings settings =
        Settings.read(withSecret().source(), GateTest.class.getClassLoader(), listener);
    try (Gate gate = Gate.from(settings, clock)) {
      gate.verify(TOKEN.compact());
      assertThatThrownBy(() -> gate.verify(TOKEN.tampered().compact()))
          .isInstanceOf(RejectedException.class);
      gate.report(new Rejection.InsufficientScope(Set.of("admin")));
    }
    assertThat(heard)
        .containsExactly(
            new TokenAccepted(Tokens.ISSUER, "jdoe@example.com"),
            new TokenRejected("bad_signature", "the signature is not that of key (without kid)"),
            new TokenRejected("insufficient_scope", "the caller has none of the roles [admin]"));
  }

  @Test
  void neverTakesAnHmacTokenWithoutASecret() {
    assertThat(refusal(issuerOnly(), TOKEN))
        .isEqualTo(new Rejection.DisallowedAlgorithm("HS256", Set.of("ES256", "RS256")));
  }

  private VerifiedJwt verify(SettingsUnderTest settings, Tokens token) throws RejectedException {
    try (Gate gate = Gate.from(settings.read(), clock)) {
      return gate.verify(token.compact());
    }
  }

  private Rejection refusal(SettingsUnderTest settings, Tokens token) {
    return catchThrowableOfType(RejectedException.class, () -> verify(settings, token)).rejection();
  }
}
