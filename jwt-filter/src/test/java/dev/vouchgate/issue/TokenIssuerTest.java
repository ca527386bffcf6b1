package dev.vouchgate.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.codec.JsonWriter;
import dev.vouchgate.config.Gate;
import dev.vouchgate.config.Settings;
import dev.vouchgate.config.SettingsSource;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.testing.JoseLibrary;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.VerifiedJwt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenIssuerTest {
  private static final String ISSUER = "https://shop.example.com";
  private static final IssuePolicy POLICY =
      new IssuePolicy(ISSUER, Duration.ofMinutes(1), Duration.ofMinutes(5));

  private final MutableClock clock = new MutableClock();
  private final SigningKeyRing ring = ring(JwsAlgorithm.ES256, Duration.ofMinutes(5));
  private final TokenIssuer issuer = new TokenIssuer(POLICY, ring, clock);

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "HS.*")
  void signsWhatEveryoneVerifies(JwsAlgorithm algorithm) throws Exception {
    SigningKeyRing own = ring(algorithm, Duration.ofMinutes(5));
    String compact = new TokenIssuer(POLICY, own, clock).token("jdoe", "orders").issue().compact();

    try (Gate gate = gate(own)) {
      assertThat(gate.verify(compact).callerName()).isEqualTo("jdoe");
    }
    List<JoseLibrary> peers =
        Arrays.stream(JoseLibrary.values())
            .filter(peer -> peer.supports(algorithm.toString()))
            .toList();
    assertThat(peers)
        .allMatch(peer -> peer.accepts(compact, algorithm.toString(), own.active().publicKey()))
        .hasSize(
            switch (algorithm) {
              case ED25519, ED448 -> 0; // names of their own, too new for them
              case EDDSA -> 1;
              default -> 2;
            });
  }

  @Test
  void saysWhoIssuedItWhenForWhomAndUntilWhen() throws Exception {
    IssuedToken token = issuer.token("jdoe", "orders").roles("user", "admin").issue();
    VerifiedJwt jwt = verified(token);

    assertThat(jwt.claims().asMap())
        .containsEntry("iss", ISSUER)
        .containsEntry("sub", "jdoe")
        .containsEntry("aud", "orders")
        .containsEntry("groups", List.of("user", "admin"))
        .containsEntry("iat", Tokens.NOW.getEpochSecond())
        .containsEntry("exp", Tokens.NOW.getEpochSecond() + 60)
        .containsOnlyKeys("iss", "sub", "aud", "groups", "iat", "exp", "jti");
    assertThat(jwt.header().keyId()).contains(ring.active().keyId());
    assertThat(jwt.header().type()).contains("JWT");
    assertThat(token.expiresAt()).isEqualTo(Tokens.NOW.plusSeconds(60));
  }

  @Test
  void givesEachTokenAnIdentifierOfItsOwn() throws Exception {
    assertThat(verified(issuer.token("jdoe", "orders").issue()).claims().string("jti"))
        .isPresent()
        .isNotEqualTo(verified(issuer.token("jdoe", "orders").issue()).claims().string("jti"));
  }

  @Test
  void letsNoTokenLiveLongerThanTheLongest() throws Exception {
    IssuedToken token = issuer.token("jdoe", "orders").lifetime(Duration.ofDays(1)).issue();

    assertThat(token.expiresAt()).isEqualTo(Tokens.NOW.plus(Duration.ofMinutes(5)));
    assertThat(verified(token).claims().numericDate("exp"))
        .hasValue(token.expiresAt().getEpochSecond());
  }

  @Test
  void letsATokenLiveAsLongAsItAsksForWithinThat() {
    assertThat(issuer.token("jdoe", "orders").lifetime(Duration.ofSeconds(1)).issue().expiresAt())
        .isEqualTo(Tokens.NOW.plusSeconds(1));
    assertThatThrownBy(() -> issuer.token("jdoe", "orders").lifetime(Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addsClaimsOfAnyType() throws Exception {
    IssuedToken token =
        issuer
            .token("jdoe", "orders", "inventory")
            .claim("tenant", "acme")
            .claim("limits", Map.of("orders", 3))
            .claim("flags", List.of(true, "x"))
            .issue();

    assertThat(verified(token).claims().asMap())
        .containsEntry("tenant", "acme")
        .containsEntry("limits", Map.of("orders", 3L))
        .containsEntry("flags", List.of(true, "x"))
        .containsEntry("aud", List.of("orders", "inventory"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub", "aud", "exp", "nbf", "iat", "jti", "cnf"})
  void refusesClaimsThatAreItsOwn(String name) {
    assertThatThrownBy(() -> issuer.token("jdoe", "orders").claim(name, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "*", "orders*", "https://*.example.com"})
  void refusesAnAudienceThatIsNobodyOrAnybody(String audience) {
    assertThatThrownBy(() -> issuer.token("jdoe", "orders", audience))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("aud");
  }

  @Test
  void refusesATokenForNoOneAndOfNoOne() {
    assertThatThrownBy(() -> issuer.token("jdoe"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("aud");
    assertThatThrownBy(() -> issuer.token(" ", "orders"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sub");
  }

  @Test
  void signsATokenThatIsVerifiedUntilItExpiresThoughItsKeyIsNotActiveAnyMore() throws Exception {
    clock.advance(Duration.ofHours(1).minusSeconds(1));
    String compact =
        issuer.token("jdoe", "orders").lifetime(Duration.ofMinutes(5)).issue().compact();
    String before = ring.active().keyId();
    clock.advance(Duration.ofMinutes(5).minusSeconds(1));

    assertThat(ring.active().keyId()).isNotEqualTo(before);
    try (Gate gate = gate(ring)) {
      assertThat(gate.verify(compact).callerName()).isEqualTo("jdoe");
    }
  }

  @Test
  void signsNothingThatIsVerifiedOnceItsKeyIsDropped() throws Exception {
    String compact = issuer.token("jdoe", "orders").issue().compact();
    ring.revoke(ring.active().keyId());

    try (Gate gate = gate(ring)) {
      assertThatThrownBy(() -> gate.verify(compact)).isInstanceOf(RejectedException.class);
    }
  }

  @Test
  void refusesARingThatForgetsKeysBeforeTheirTokensExpire() {
    SigningKeyRing forgetful = ring(JwsAlgorithm.ES256, Duration.ofMinutes(5).minusSeconds(1));

    assertThatThrownBy(() -> new TokenIssuer(POLICY, forgetful, clock))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT4M59S");
  }

  @Test
  void showsNoToken() {
    IssuedToken token = issuer.token("jdoe", "orders").issue();

    assertThat(token.toString()).doesNotContain(token.compact()).contains("expiresAt");
  }

  private VerifiedJwt verified(IssuedToken token) throws RejectedException {
    try (Gate gate = gate(ring)) {
      return gate.verify(token.compact());
    }
  }

  private SigningKeyRing ring(JwsAlgorithm algorithm, Duration retention) {
    return SigningKeyRing.inMemory(
        new RotationPolicy(algorithm, Duration.ofHours(1), Duration.ofMinutes(10), retention),
        clock);
  }

  /** Ours, with the published keys and nothing else. */
  private Gate gate(SigningKeyRing own) {
    String keys =
        new String(JsonWriter.object(Map.of("keys", own.published())), StandardCharsets.UTF_8);
    return Gate.from(
        Settings.read(
            SettingsSource.of(
                Map.of(
                    "mp.jwt.verify.issuer",
                    ISSUER,
                    "mp.jwt.verify.audiences",
                    "orders",
                    "mp.jwt.verify.publickey",
                    keys,
                    "vouchgate.algorithms",
                    own.policy().algorithm().toString())),
            TokenIssuerTest.class.getClassLoader()),
        clock);
  }
}
