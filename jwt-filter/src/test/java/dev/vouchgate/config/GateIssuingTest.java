package dev.vouchgate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.issue.TokenIssuer;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gate that signs tokens, and lets them in itself. */
class GateIssuingTest {
  private static final String OURSELVES = "https://shop.example.com/orders";
  private static final SettingsUnderTest ISSUING =
      SettingsUnderTest.of(
          Map.of("vouchgate.issue.issuer", OURSELVES, "mp.jwt.verify.audiences", "orders"));

  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock();

  @Test
  void startsThoughItTrustsNobodyElse() throws Exception {
    try (Gate gate = gate(ISSUING)) {
      String compact = issuer(gate).token("jdoe", "orders").roles("clerk").issue().compact();
      assertThat(gate.verify(compact).callerName()).isEqualTo("jdoe");
      assertThat(gate.verify(compact).roles()).containsExactly("clerk");
      assertThat(gate.baseUrl()).contains(URI.create(OURSELVES));
    }
  }

  @Test
  void hasNoIssuerWhereNoneIsSet() {
    try (Gate gate = gate(SettingsUnderTest.withSecret())) {
      assertThat(gate.issuer()).isEmpty();
      assertThat(gate.baseUrl()).isEmpty();
    }
  }

  @Test
  void wantsTheAudienceOfItsOwnTokensToo() {
    try (Gate gate = gate(ISSUING)) {
      String compact = issuer(gate).token("jdoe", "inventory").issue().compact();
      assertThat(refusal(gate, compact))
          .isEqualTo(new Rejection.ClaimMismatch("aud", "one of [orders]"));
    }
  }

  @Test
  void trustsOthersBesideItself() throws Exception {
    SettingsUnderTest both =
        SettingsUnderTest.withSecret().with("vouchgate.issue.issuer", OURSELVES);
    try (Gate gate = gate(both.with("vouchgate.roles.prefix", "idp-"))) {
      assertThat(gate.verify(Tokens.valid("HS256").compact()).roles()).containsExactly("idp-user");
      String own = issuer(gate).token("jdoe", "orders").roles("user").issue().compact();
      assertThat(gate.verify(own).roles()).containsExactly("user");
    }
  }

  @Test
  void needsNoKeysOfTheTrustedIssuerIfThatIsItself() throws Exception {
    SettingsUnderTest one =
        ISSUING
            .with("mp.jwt.verify.issuer", "our-own-name")
            .with("vouchgate.issue.issuer", "our-own-name")
            .with("vouchgate.roles.map.clerk", "user");
    try (Gate gate = gate(one)) {
      String own = issuer(gate).token("jdoe", "orders").roles("clerk").issue().compact();
      assertThat(gate.verify(own).roles()).containsExactlyInAnyOrder("clerk", "user");
      assertThat(gate.baseUrl()).isEmpty();
    }
  }

  @Test
  void trustsItselfOnlyIfItMay() {
    try (Gate gate = gate(ISSUING.with("vouchgate.issue.trust", "false"))) {
      String own = issuer(gate).token("jdoe", "orders").issue().compact();
      assertThat(refusal(gate, own)).isInstanceOf(Rejection.UntrustedIssuer.class);
    }
  }

  @Test
  void dropsProofsOfAKeyAtOnce() throws Exception {
    try (Gate gate = gate(ISSUING)) {
      TokenIssuer issuer = issuer(gate);
      String compact = issuer.token("jdoe", "orders").issue().compact();
      gate.verify(compact);
      gate.verify(compact);
      issuer.keys().revoke(issuer.keys().active().keyId());

      assertThat(refusal(gate, compact)).isInstanceOf(Rejection.UnknownKey.class);
      assertThat(gate.verify(issuer.token("jdoe", "orders").issue().compact())).isNotNull();
    }
  }

  @Test
  void verifiesWhatARetiredKeyHasSigned() throws Exception {
    try (Gate gate = gate(ISSUING)) {
      clock.advance(Duration.ofDays(30).minusSeconds(1));
      String compact = issuer(gate).token("jdoe", "orders").issue().compact();
      clock.advance(Duration.ofMinutes(5).minusSeconds(1));
      issuer(gate).token("jdoe", "orders").issue();

      assertThat(gate.verify(compact).callerName()).isEqualTo("jdoe");
    }
  }

  @Test
  void tellsHowItsOwnKeysAre() {
    try (Gate gate = gate(ISSUING)) {
      assertThat(gate.keySets())
          .singleElement()
          .satisfies(
              state -> {
                assertThat(state.usable()).isTrue();
                assertThat(state.keyIds()).containsExactly(issuer(gate).keys().active().keyId());
              });
    }
  }

  @Test
  void sharesAFolderWithOtherNodesAndTheNextStart() throws Exception {
    SettingsUnderTest shared =
        ISSUING
            .with("vouchgate.issue.keys.folder", folder.resolve("ring").toString())
            .with("vouchgate.issue.keys.secret", SettingsUnderTest.secretOf(32));
    try (Gate one = gate(shared);
        Gate other = gate(shared)) {
      String compact = issuer(one).token("jdoe", "orders").issue().compact();
      assertThat(other.verify(compact).callerName()).isEqualTo("jdoe");
    }
    SettingsException refused =
        catchThrowableOfType(
            SettingsException.class,
            () ->
                gate(
                    shared.with(
                        "vouchgate.issue.keys.secret",
                        SettingsUnderTest.secretOf(64).substring(1, 44))));
    assertThat(refused.problems())
        .containsExactly(
            "vouchgate.issue.keys.folder: the ring of generation 1 is damaged, or was written with"
                + " another secret; every node needs the same one");
  }

  @Test
  void findsAKeyThatAnotherNodeMadeWhenATokenComes() throws Exception {
    SettingsUnderTest shared =
        ISSUING
            .with("vouchgate.issue.keys.folder", folder.resolve("ring").toString())
            .with("vouchgate.issue.keys.secret", SettingsUnderTest.secretOf(32));
    try (Gate one = gate(shared);
        Gate other = gate(shared)) {
      issuer(one).keys().revoke(issuer(one).keys().active().keyId());
      String compact = issuer(one).token("jdoe", "orders").issue().compact();
      clock.advance(Duration.ofSeconds(1));

      assertThat(other.verify(compact).callerName()).isEqualTo("jdoe");
    }
  }

  @Test
  void letsTokensLiveAsLongAsIsSet() {
    try (Gate gate =
        gate(
            ISSUING
                .with("vouchgate.issue.lifetime", "1m")
                .with("vouchgate.issue.lifetime.longest", "1h"))) {
      assertThat(issuer(gate).token("jdoe", "orders").issue().expiresAt())
          .isEqualTo(Tokens.NOW.plusSeconds(60));
      assertThat(
              issuer(gate)
                  .token("jdoe", "orders")
                  .lifetime(Duration.ofHours(2))
                  .issue()
                  .expiresAt())
          .isEqualTo(Tokens.NOW.plusSeconds(3600));
      assertThat(issuer(gate).keys().policy().retention()).isEqualTo(Duration.ofMinutes(61));
    }
  }

  /** Paths are put after it: by the metadata, and by what assertions may call the endpoint. */
  @ParameterizedTest
  @ValueSource(strings = {"", "/", "//"})
  void knowsItsBaseUrlWithoutASlashAtTheEnd(String slashes) {
    URI root = URI.create(OURSELVES);
    try (Gate named = gate(ISSUING.with("vouchgate.issue.issuer", OURSELVES + slashes));
        Gate set = gate(ISSUING.with("vouchgate.issue.base-url", OURSELVES + slashes))) {
      assertThat(named.baseUrl()).contains(root);
      assertThat(issuer(named).policy().issuer()).isEqualTo(OURSELVES + slashes);
      assertThat(set.baseUrl()).contains(root);
    }
  }

  @Test
  void prefersTheBaseUrlToTheIssuer() {
    try (Gate gate = gate(ISSUING.with("vouchgate.issue.base-url", "http://127.0.0.1:8080/x"))) {
      assertThat(gate.baseUrl()).isEqualTo(Optional.of(URI.create("http://127.0.0.1:8080/x")));
    }
  }

  private Gate gate(SettingsUnderTest settings) {
    return Gate.from(settings.read(), clock);
  }

  private static TokenIssuer issuer(Gate gate) {
    return gate.issuer().orElseThrow();
  }

  private static Rejection refusal(Gate gate, String compact) {
    return catchThrowableOfType(RejectedException.class, () -> gate.verify(compact)).rejection();
  }
}
