package dev.vouchgate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One issuer with many tenants, and the clients that its tokens are given to. */
class TenantSettingsTest {
  private static final String NAME = "https://login.example/{tenantid}/v2.0";
  private static final Tokens TOKEN =
      Tokens.valid().claim("iss", "https://login.example/t1/v2.0").claim("tid", "t1");

  @TempDir Path folder;
  private SettingsUnderTest settings;

  @BeforeEach
  void write() throws IOException {
    Path keys = Files.writeString(folder.resolve("keys"), Jwks.set(TestKeys.rsa("rsa")));
    settings =
        SettingsUnderTest.of(
            Map.of(
                "mp.jwt.verify.issuer",
                NAME,
                "mp.jwt.verify.publickey.location",
                keys.toString(),
                "vouchgate.tenants",
                "t1,t2"));
  }

  @Test
  void trustsTheTenantsThatAreListed() throws RejectedException {
    verify(TOKEN);
    verify(TOKEN.claim("iss", "https://login.example/t2/v2.0").claim("tid", "t2"));
  }

  @Test
  void refusesATenantThatIsNot() {
    assertThat(refusal(TOKEN.claim("iss", "https://login.example/t3/v2.0").claim("tid", "t3")))
        .isInstanceOf(Rejection.UntrustedIssuer.class);
  }

  @Test
  void refusesThePatternItself() {
    assertThat(refusal(TOKEN.claim("iss", NAME))).isInstanceOf(Rejection.UntrustedIssuer.class);
  }

  @Test
  void wantsTheTenantsClaimToAgree() {
    assertThat(refusal(TOKEN.claim("tid", "t2")))
        .isEqualTo(new Rejection.ClaimMismatch("tid", "t1"));
    assertThat(refusal(TOKEN.without("tid"))).isEqualTo(new Rejection.MissingClaim("tid"));
  }

  @Test
  void looksForTheTenantWhereItIsSaidToBe() throws RejectedException {
    settings = settings.with("vouchgate.tenant.claim", "tenant");
    verify(TOKEN.claim("tenant", "t1").without("tid"));
  }

  @Test
  void holdsALoneTenantToItsName() {
    settings = settings.with("vouchgate.tenants", "t1");
    assertThat(refusal(TOKEN.claim("iss", "https://login.example/t2/v2.0")))
        .isInstanceOf(Rejection.UntrustedIssuer.class);
  }

  @Test
  void wantsAListOfTenants() {
    assertThat(settings.without("vouchgate.tenants").problems())
        .contains(
            "vouchgate.tenants: was not set; expected the tenants that are trusted of " + NAME);
  }

  @Test
  void wantsAPlaceForThem() {
    assertThat(settings.with("mp.jwt.verify.issuer", "https://login.example").problems())
        .containsExactly(
            "mp.jwt.verify.issuer: was https://login.example; expected a name with {tenantid} in"
                + " it, as tenants are set");
  }

  @Test
  void wantsToBeToldWhereTheKeysAre() {
    assertThat(settings.without("mp.jwt.verify.publickey.location").problems())
        .contains(
            "mp.jwt.verify.publickey.location: was not set; expected where the keys of all tenants"
                + " are: no metadata tells it");
  }

  private void verify(Tokens token) throws RejectedException {
    try (Gate gate = Gate.from(settings.read(), new MutableClock())) {
      assertThat(gate.verify(token.compact())).isNotNull();
    }
  }

  private Rejection refusal(Tokens token) {
    RejectedException refused = catchThrowableOfType(RejectedException.class, () -> verify(token));
    assertThat(refused).as("a rejection").isNotNull();
    return refused.rejection();
  }
}
