package dev.vouchgate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Issuers that share one gate and nothing else. */
class SeveralIssuersTest {
  private static final String STAFF = "https://staff.example";
  private static final String PARTNER = "https://partner.example";

  private static final Tokens STAFF_TOKEN =
      Tokens.valid("RS256").claim("iss", STAFF).claim("groups", List.of("admin"));
  private static final Tokens PARTNER_TOKEN =
      Tokens.valid("ES256").claim("iss", PARTNER).claim("groups", List.of("admin"));

  /** Two issuers, each with a key of its own; each call changes one setting. */
  private static final SettingsUnderTest TWO =
      SettingsUnderTest.of(
          Map.of(
              "vouchgate.issuers",
              "staff,partner",
              "vouchgate.issuer.staff.issuer",
              STAFF,
              "vouchgate.issuer.staff.publickey",
              Jwks.set(TestKeys.rsa("rsa")),
              "vouchgate.issuer.partner.issuer",
              PARTNER,
              "vouchgate.issuer.partner.publickey",
              Jwks.set(TestKeys.of("ES256"))));

  @Test
  void judgesEachTokenByItsOwnIssuersKeys() throws RejectedException {
    try (Gate gate = gate(TWO)) {
      assertThat(gate.verify(STAFF_TOKEN.compact()).roles()).containsExactly("admin");
      assertThat(gate.verify(PARTNER_TOKEN.compact()).roles()).containsExactly("admin");
    }
  }

  @Test
  void neverJudgesATokenWithAnothersKeys() {
    assertThat(refusal(TWO, PARTNER_TOKEN.claim("iss", STAFF)))
        .isInstanceOf(Rejection.UnknownKey.class);
    assertThat(refusal(TWO, STAFF_TOKEN.claim("iss", PARTNER)))
        .isInstanceOf(Rejection.UnknownKey.class);
  }

  @Test
  void refusesWhoeverIsNotListed() {
    assertThat(refusal(TWO, STAFF_TOKEN.claim("iss", Tokens.ISSUER)))
        .isEqualTo(new Rejection.UntrustedIssuer(Tokens.ISSUER, "one of the 2 that are trusted"));
    assertThat(refusal(TWO, STAFF_TOKEN.claim("iss", STAFF + "/")))
        .isInstanceOf(Rejection.UntrustedIssuer.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"iss\":null}", "{\"iss\":7}", "{\"sub\":{\"iss\":\"x\"}}"})
  void refusesATokenThatNamesNobody(String payload) {
    assertThat(refusal(TWO, STAFF_TOKEN.payload(payload)))
        .isEqualTo(new Rejection.MissingClaim("iss"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"a\":1,}", "{\"a\"", "\u0000"})
  void refusesClaimsInWhichNobodyCanBeFound(String payload) {
    assertThat(refusal(TWO, STAFF_TOKEN.payload(payload)))
        .isInstanceOf(Rejection.MalformedToken.class);
  }

  @Test
  void isNotFooledByASecondIssuer() {
    String twice = "{\"iss\":\"" + STAFF + "\",\"iss\":\"" + PARTNER + "\"}";
    assertThat(refusal(TWO, STAFF_TOKEN.payload(twice)))
        .isInstanceOf(Rejection.MalformedToken.class);
  }

  @Test
  void allowsEachItsOwnAlgorithms() throws RejectedException {
    SettingsUnderTest settings = TWO.with("vouchgate.issuer.partner.algorithms", "ES384");
    assertThat(refusal(settings, PARTNER_TOKEN)).isInstanceOf(Rejection.DisallowedAlgorithm.class);
    assertThat(verified(settings, STAFF_TOKEN)).contains("admin");
  }

  @Test
  void sharesWhatIsSetForAll() {
    SettingsUnderTest settings = TWO.with("mp.jwt.verify.audiences", "orders");
    assertThat(refusal(settings, STAFF_TOKEN))
        .isEqualTo(new Rejection.ClaimMismatch("aud", "one of [orders]"));
    assertThat(refusal(settings, PARTNER_TOKEN))
        .isEqualTo(new Rejection.ClaimMismatch("aud", "one of [orders]"));
  }

  @Test
  void prefersWhatAnIssuerHasOfItsOwn() throws RejectedException {
    SettingsUnderTest settings =
        TWO.with("mp.jwt.verify.audiences", "orders")
            .with("vouchgate.issuer.partner.audiences", Tokens.AUDIENCE);
    assertThat(verified(settings, PARTNER_TOKEN)).contains("admin");
    assertThat(refusal(settings, STAFF_TOKEN)).isInstanceOf(Rejection.ClaimMismatch.class);
  }

  @Test
  void takesIdTokensOfOneAlone() throws RejectedException {
    SettingsUnderTest settings = TWO.with("vouchgate.issuer.partner.token.allow-id-tokens", "true");
    assertThat(verified(settings, PARTNER_TOKEN.claim("nonce", "n"))).contains("admin");
    assertThat(refusal(settings, STAFF_TOKEN.claim("nonce", "n")))
        .isInstanceOf(Rejection.ClaimMismatch.class);
  }

  @Test
  void requiresClaimsOfOneAlone() throws RejectedException {
    SettingsUnderTest settings =
        TWO.with("vouchgate.issuer.partner.token.required-claims", "client_id");
    assertThat(verified(settings, STAFF_TOKEN)).contains("admin");
    assertThat(refusal(settings, PARTNER_TOKEN)).isEqualTo(new Rejection.MissingClaim("client_id"));
  }

  @Test
  void keepsTheRolesOfOneApartFromThoseOfAnother() throws RejectedException {
    SettingsUnderTest settings =
        TWO.with("vouchgate.issuer.partner.roles.prefix", "partner-")
            .with("vouchgate.issuer.partner.roles.map.admin", "viewer");
    assertThat(verified(settings, PARTNER_TOKEN))
        .containsExactlyInAnyOrder("partner-admin", "viewer");
    assertThat(verified(settings, STAFF_TOKEN)).containsExactly("admin");
  }

  @Test
  void lendsNoIssuerWhatTheRolesOfTheUnnamedOneAreWorth() throws RejectedException {
    SettingsUnderTest settings = TWO.with("vouchgate.roles.map.admin", "root");
    assertThat(verified(settings, PARTNER_TOKEN)).containsExactly("admin");
  }

  @Test
  void hasTheUnnamedOneBesides() throws RejectedException {
    SettingsUnderTest settings =
        TWO.with("mp.jwt.verify.issuer", Tokens.ISSUER)
            .with("mp.jwt.verify.publickey", Jwks.set(TestKeys.rsa("rsa")));
    assertThat(verified(settings, Tokens.valid())).containsExactly("user");
    assertThat(verified(settings, PARTNER_TOKEN)).containsExactly("admin");
  }

  @Test
  void readsAnIssuersSettingsFromTheEnvironmentToo() throws RejectedException {
    SettingsUnderTest withoutIssuer = TWO.without("vouchgate.issuer.partner.issuer");
    SettingsSource environment =
        StandardSources.environment(Map.of("VOUCHGATE_ISSUER_PARTNER_ISSUER", PARTNER));
    Settings settings =
        Settings.read(
            SettingsSource.layered(List.of(withoutIssuer.source(), environment)),
            getClass().getClassLoader());
    try (Gate gate = Gate.from(settings, new MutableClock())) {
      assertThat(gate.verify(PARTNER_TOKEN.compact()).roles()).containsExactly("admin");
    }
  }

  @Test
  void trustsMoreAndFewerWhileItRuns() throws RejectedException {
    try (Gate gate =
        gate(TWO.with("vouchgate.issuers", "staff").withoutAll("vouchgate.issuer.partner."))) {
      assertThat(refusal(gate, PARTNER_TOKEN))
          .isEqualTo(new Rejection.UnknownKey(Optional.of(TestKeys.of("ES256").kid()), "ES256"));

      gate.trust(
          SettingsUnderTest.of(
                  Map.of(
                      "mp.jwt.verify.issuer",
                      PARTNER,
                      "mp.jwt.verify.publickey",
                      Jwks.set(TestKeys.of("ES256"))))
              .read());
      assertThat(gate.verify(PARTNER_TOKEN.compact())).isNotNull();
      assertThat(gate.verify(STAFF_TOKEN.compact())).isNotNull();

      gate.distrust(STAFF);
      assertThat(refusal(gate, STAFF_TOKEN)).isNotNull();
      assertThat(gate.verify(PARTNER_TOKEN.compact())).isNotNull();

      gate.distrust(PARTNER);
      assertThat(refusal(gate, PARTNER_TOKEN))
          .isEqualTo(new Rejection.UntrustedIssuer(PARTNER, "one of the 0 that are trusted"));
    }
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "vouchgate.issuers, 'staff,Partner'",
    "vouchgate.issuers, 'staff,staff'",
    "vouchgate.issuer.partner.issuer, https://staff.example"
  })
  void refusesAListThatIsNotOne(String name, String value) {
    assertThat(TWO.with(name, value).problems())
        .anyMatch(line -> line.startsWith("vouchgate.issuers: "));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "vouchgate.issuer.partner.audience",
        "vouchgate.issuer.guest.issuer",
        "vouchgate.issuer.partner.realm"
      })
  void refusesASettingThatNoIssuerHas(String name) {
    assertThat(TWO.with(name, "x").problems())
        .containsExactly(
            name
                + ": there is no such setting, or no such issuer in vouchgate.issuers;"
                + " docs/configuration.md lists them all");
  }

  @Test
  void namesTheSettingThatIsWrongByItsIssuer() {
    assertThat(TWO.with("vouchgate.issuer.partner.clock.skew", "soon").problems())
        .singleElement()
        .asString()
        .startsWith("vouchgate.issuer.partner.clock.skew: was soon; expected a duration");
    assertThat(TWO.without("vouchgate.issuer.partner.issuer").problems())
        .contains(
            "vouchgate.issuer.partner.issuer: was not set; expected the issuer of the tokens that"
                + " are to be trusted");
  }

  @Test
  void namesASettingOfAllOnceIfItIsWrongForAll() {
    assertThat(TWO.with("mp.jwt.verify.clock.skew", "soon").problems())
        .singleElement()
        .asString()
        .startsWith("mp.jwt.verify.clock.skew: was soon");
  }

  @Test
  void asksWhoseKeysThoseOfNobodyAre() {
    assertThat(TWO.with("mp.jwt.verify.publickey", Jwks.set(TestKeys.rsa("rsa"))).problems())
        .containsExactly(
            "mp.jwt.verify.issuer: was not set; expected the issuer of the tokens that are to be"
                + " trusted");
  }

  @Test
  void readsAThousandIssuers() throws RejectedException {
    Map<String, String> many = new LinkedHashMap<>();
    StringBuilder names = new StringBuilder("i0");
    for (int i = 0; i < 1000; i++) {
      names.append(i == 0 ? "" : ",i" + i);
      many.put("vouchgate.issuer.i" + i + ".issuer", "https://" + i + ".example");
      many.put("vouchgate.issuer.i" + i + ".publickey", Jwks.set(TestKeys.rsa("rsa")));
    }
    many.put("vouchgate.issuers", names.toString());
    try (Gate gate = gate(SettingsUnderTest.of(many))) {
      assertThat(gate.verify(STAFF_TOKEN.claim("iss", "https://999.example").compact()))
          .isNotNull();
    }
    assertThatThrownBy(() -> verified(SettingsUnderTest.of(many), STAFF_TOKEN))
        .isInstanceOf(RejectedException.class);
  }

  private static Gate gate(SettingsUnderTest settings) {
    return Gate.from(settings.read(), new MutableClock());
  }

  private static Set<String> verified(SettingsUnderTest settings, Tokens token)
      throws RejectedException {
    try (Gate gate = gate(settings)) {
      return gate.verify(token.compact()).roles();
    }
  }

  private static Rejection refusal(SettingsUnderTest settings, Tokens token) {
    try (Gate gate = gate(settings)) {
      return refusal(gate, token);
    }
  }

  private static Rejection refusal(Gate gate, Tokens token) {
    RejectedException refused =
        catchThrowableOfType(RejectedException.class, () -> gate.verify(token.compact()));
    assertThat(refused).as("a rejection").isNotNull();
    return refused.rejection();
  }
}
