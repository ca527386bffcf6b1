package dev.vouchgate.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.config.Gate;
import dev.vouchgate.config.SettingsException;
import dev.vouchgate.observe.KeysFetched;
import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.GateUnderTest;
import dev.vouchgate.testing.KeyTexts;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rules of the design that look wrong until one knows why, each at the whole gate. Their edges
 * are tested where they are made.
 */
class RulesThatBiteTest {
  private static final Tokens TOKEN = Tokens.valid("HS256");

  private final StubJwksServer server =
      new StubJwksServer().serve(KeyTexts.jwks(TestKeys.rsa("rsa")));

  @AfterEach
  void end() {
    server.close();
  }

  @Nested
  @DisplayName("401 or 503")
  class UnauthorizedOrUnavailable {

    @Test
    void unavailableWhileThereHasNeverBeenAKeySet() {
      server.serve(Answer.status(500));
      try (Gate gate = GateUnderTest.withKeysOf(server).gate()) {
        assertThat(refusal(gate, Tokens.valid())).isInstanceOf(Rejection.Unavailable.class);
      }
    }

    @Test
    void unauthorizedForAnUnknownKidEvenIfTheRefreshFails() throws RejectedException {
      try (Gate gate = GateUnderTest.withKeysOf(server).gate()) {
        gate.verify(Tokens.valid().compact());
        server.serve(Answer.status(500));
        assertThat(refusal(gate, Tokens.valid("RS256", TestKeys.rsa("unheard-of"))))
            .isEqualTo(new Rejection.UnknownKey(Optional.of("unheard-of"), "RS256"));
      }
    }

    @Test
    void unavailableOnceTheLastGoodSetIsTooOld() throws RejectedException {
      GateUnderTest settings = GateUnderTest.withKeysOf(server);
      try (Gate gate = settings.gate()) {
        gate.verify(Tokens.valid().compact());
        server.serve(Answer.status(500));
        settings.clock().advance(Duration.ofHours(24).plusMinutes(10));
        Tokens fresh = Tokens.valid().issuedAt(settings.clock().instant());
        assertThat(refusal(gate, fresh)).isInstanceOf(Rejection.Unavailable.class);
      }
    }
  }

  @Nested
  @DisplayName("A bad token on a public resource")
  class BadTokenOnAPublicResource {

    @Test
    void isRefusedInHeaderMode() {
      try (BearerAuthenticator door = new BearerAuthenticator(GateUnderTest.withSecret().gate())) {
        assertThat(refusal(door, StubRequest.withToken(TOKEN.tampered().compact()).request()))
            .map(BearerChallenge::status)
            .contains(401);
      }
    }

    @Test
    void isAnonymousInCookieMode() {
      Gate gate = GateUnderTest.withSecret().with("mp.jwt.token.header", "Cookie").gate();
      try (BearerAuthenticator door = new BearerAuthenticator(gate)) {
        StubRequest stale = StubRequest.to("/login").cookie("Bearer", TOKEN.tampered().compact());
        assertThat(refusal(door, stale.request())).isEmpty();
      }
    }
  }

  @Nested
  @DisplayName("Refusal by us")
  class RefusalByUs {

    @Test
    void isInsufficientScopeForAProvenCaller() {
      try (BearerAuthenticator door = door("p", "/admin/*", "", "admin")) {
        assertThat(refusal(door, to("/admin/x", "GET")).orElseThrow())
            .extracting(BearerChallenge::status, c -> c.wwwAuthenticate().orElse(""))
            .satisfies(
                values -> {
                  assertThat(values.get(0)).isEqualTo(403);
                  assertThat(values.get(1).toString()).contains("error=\"insufficient_scope\"");
                });
      }
    }
  }

  @Nested
  @DisplayName("Path policies")
  class Policies {

    @Test
    void mustAllPass() {
      Gate gate =
          GateUnderTest.withSecret()
              .with("vouchgate.policy.a.paths", "/*")
              .with("vouchgate.policy.a.roles", "user")
              .with("vouchgate.policy.b.paths", "/admin/*")
              .with("vouchgate.policy.b.roles", "admin")
              .gate();
      try (BearerAuthenticator door = new BearerAuthenticator(gate)) {
        assertThat(refusal(door, to("/x", "GET"))).isEmpty();
        assertThat(refusal(door, to("/admin/x", "GET"))).isPresent();
      }
    }

    @Test
    void denyTheMethodsThatAPathIsNotNamedFor() {
      try (BearerAuthenticator door = door("p", "/x", "POST", "user")) {
        assertThat(refusal(door, to("/x", "POST"))).isEmpty();
        assertThat(refusal(door, to("/x", "DELETE"))).isPresent();
      }
    }

    @Test
    void leaveUnnamedPathsOpenUnlessTold() {
      Gate closed = GateUnderTest.withSecret().with("vouchgate.policy.default", "deny").gate();
      try (BearerAuthenticator open = door("p", "/x", "", "admin");
          BearerAuthenticator shut = new BearerAuthenticator(closed)) {
        assertThat(refusal(open, to("/y", "GET"))).isEmpty();
        assertThat(refusal(shut, to("/y", "GET"))).isPresent();
      }
    }
  }

  @Nested
  @DisplayName("Roles")
  class Roles {

    @Test
    void prefersAClaimNamedExactlySoToAPath() throws RejectedException {
      Tokens token =
          TOKEN
              .claim("a/b", List.of("exact"))
              .claim("a", Map.of("b", List.of("nested"), "c", List.of("deep")));
      assertThat(verify(GateUnderTest.withSecret().with("vouchgate.roles.path", "a/b,a/c"), token))
          .extracting(VerifiedJwt::roles)
          .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.collection(String.class))
          .containsExactlyInAnyOrder("exact", "deep");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"scope, 2", "scp, 2", "groups, 0", "roles, 0"})
    void splitsAtBlanksOnlyWhatIsAScope(String claim, int roles) throws RejectedException {
      GateUnderTest settings = GateUnderTest.withSecret().with("vouchgate.roles.path", claim);
      assertThat(verify(settings, TOKEN.claim(claim, "read write")).roles()).hasSize(roles);
    }

    @Test
    void addsMappedRolesAndLeavesTheClaimAlone() throws RejectedException {
      GateUnderTest settings = GateUnderTest.withSecret().with("vouchgate.roles.map.user", "admin");
      VerifiedJwt jwt = verify(settings, TOKEN);
      assertThat(jwt.roles()).containsExactlyInAnyOrder("user", "admin");
      assertThat(jwt.claims().strings("groups")).contains(List.of("user"));
    }
  }

  @Nested
  @DisplayName("Algorithms")
  class Algorithms {

    @Test
    void areRs256AndEs256ByDefault() throws RejectedException {
      server.serve(KeyTexts.jwks(TestKeys.rsa("rsa"), TestKeys.p256("p256")));
      try (Gate gate = GateUnderTest.withKeysOf(server).gate()) {
        assertThat(gate.verify(Tokens.valid("RS256").compact())).isNotNull();
        assertThat(gate.verify(Tokens.valid("ES256").compact())).isNotNull();
        assertThat(refusal(gate, Tokens.valid("PS256")))
            .isInstanceOf(Rejection.DisallowedAlgorithm.class);
      }
    }

    @Test
    void areHmacOnlyWithASecretAndNeverBesideAPublicKey() {
      assertThatThrownBy(GateUnderTest.withKeysOf(server).with("vouchgate.secret", "x")::gate)
          .isInstanceOf(SettingsException.class);
      assertThatThrownBy(
              GateUnderTest.withKeysOf(server).with("vouchgate.algorithms", "HS256")::gate)
          .isInstanceOf(SettingsException.class);
    }
  }

  @Nested
  @DisplayName("Time")
  class Time {

    @Test
    void hasNoSkewAtTheEndAndAllowsAFastIssuerTenSecondsAtTheBeginning() throws RejectedException {
      long now = Tokens.NOW.getEpochSecond();
      GateUnderTest settings = GateUnderTest.withSecret();
      assertThat(verify(settings, TOKEN.claim("iat", now + 10).claim("nbf", now + 10))).isNotNull();
      try (Gate gate = settings.gate()) {
        assertThat(refusal(gate, TOKEN.claim("exp", now)))
            .isEqualTo(new Rejection.Expired(now, now));
        assertThat(refusal(gate, TOKEN.claim("iat", now + 11)))
            .isInstanceOf(Rejection.NotYetValid.class);
      }
    }
  }

  @Nested
  @DisplayName("Key cache")
  class KeyCache {

    @ParameterizedTest(name = "[{0}] is {1}")
    @CsvSource({
      "-, PT10M",
      "max-age=1, PT1M",
      "max-age=1800, PT30M",
      "max-age=86400, PT60M",
      "no-cache, PT1M",
    })
    void heedsTheServerWithinLimits(String cacheControl, Duration freshFor)
        throws RejectedException {
      Answer keys = Answer.of(KeyTexts.jwks(TestKeys.rsa("rsa")));
      server.serve(cacheControl.equals("-") ? keys : keys.with("Cache-Control", cacheControl));
      GateUnderTest settings = GateUnderTest.withKeysOf(server);
      assertThat(verify(settings, Tokens.valid())).isNotNull();
      assertThat(settings.events())
          .filteredOn(KeysFetched.class::isInstance)
          .extracting(event -> ((KeysFetched) event).freshFor())
          .containsExactly(freshFor);
    }
  }

  @Nested
  @DisplayName("Discovery")
  class Discovery {
    private static final String METADATA = "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}";

    @Test
    void followsAJwksUriToAnotherHost() throws RejectedException {
      try (StubJwksServer other = new StubJwksServer().serve(KeyTexts.jwks(TestKeys.rsa("rsa")))) {
        String issuer = server.origin() + "/realms/shop";
        server.on(
            "/realms/shop/.well-known/openid-configuration",
            Answer.of(METADATA.formatted(issuer, other.jwks())));
        assertThat(verifyOf(issuer)).isNotNull();
        assertThat(server.hits()).isZero();
      }
    }

    @Test
    void insertsTheWellKnownPartBeforeTheIssuersPath() throws RejectedException {
      String issuer = server.origin() + "/realms/shop";
      server.on(
          "/.well-known/oauth-authorization-server/realms/shop",
          Answer.of(METADATA.formatted(issuer, server.jwks())));
      assertThat(verifyOf(issuer)).isNotNull();
    }

    private VerifiedJwt verifyOf(String issuer) throws RejectedException {
      return verify(GateUnderTest.ofIssuer(issuer), Tokens.valid().claim("iss", issuer));
    }
  }

  private static VerifiedJwt verify(GateUnderTest settings, Tokens token) throws RejectedException {
    try (Gate gate = settings.gate()) {
      return gate.verify(token.compact());
    }
  }

  private static Rejection refusal(Gate gate, Tokens token) {
    return catchThrowableOfType(RejectedException.class, () -> gate.verify(token.compact()))
        .rejection();
  }

  private static BearerAuthenticator door(String name, String path, String methods, String role) {
    return new BearerAuthenticator(
        GateUnderTest.withSecret()
            .with("vouchgate.policy." + name + ".paths", path)
            .with("vouchgate.policy." + name + ".methods", methods)
            .with("vouchgate.policy." + name + ".roles", role)
            .gate());
  }

  private static jakarta.servlet.http.HttpServletRequest to(String path, String method) {
    return StubRequest.to(path)
        .method(method)
        .header("Authorization", "Bearer " + TOKEN.compact())
        .request();
  }

  private static Optional<BearerChallenge> refusal(
      BearerAuthenticator door, HttpServletRequest request) {
    return door.refusal(request, door.authenticate(request));
  }
}
