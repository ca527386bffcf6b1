package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static dev.vouchgate.config.SettingsUnderTest.secretOf;
import static dev.vouchgate.config.SettingsUnderTest.withSecret;
import static dev.vouchgate.jws.JwsAlgorithm.EDDSA;
import static dev.vouchgate.jws.JwsAlgorithm.ES256;
import static dev.vouchgate.jws.JwsAlgorithm.ES512;
import static dev.vouchgate.jws.JwsAlgorithm.HS256;
import static dev.vouchgate.jws.JwsAlgorithm.HS512;
import static dev.vouchgate.jws.JwsAlgorithm.PS384;
import static dev.vouchgate.jws.JwsAlgorithm.RS256;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.jws.JwsAlgorithm;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which algorithms are accepted: by default, by either setting, and beside a secret. */
class AlgorithmSettingsTest {
  private static final String ONE = "mp.jwt.verify.publickey.algorithm";
  private static final String SEVERAL = "vouchgate.algorithms";

  @Test
  void acceptsRs256AndEs256WhereNothingIsSaid() {
    assertThat(algorithms(issuerOnly())).containsExactlyInAnyOrder(RS256, ES256);
  }

  @Test
  void acceptsOnlyHs256BesideASecret() {
    assertThat(algorithms(withSecret())).containsExactly(HS256);
  }

  @Test
  void acceptsTheOneThatMicroProfileNames() {
    assertThat(algorithms(issuerOnly().with(ONE, "PS384"))).containsExactly(PS384);
  }

  @Test
  void acceptsAllThatAreListed() {
    assertThat(algorithms(issuerOnly().with(SEVERAL, "EdDSA, ES512")))
        .containsExactlyInAnyOrder(EDDSA, ES512);
  }

  @Test
  void heedsTheListAndNotTheOne() {
    assertThat(algorithms(issuerOnly().with(ONE, "RS256").with(SEVERAL, "ES512")))
        .containsExactly(ES512);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {ONE, SEVERAL})
  void acceptsAnotherHashBesideASecret(String name) {
    assertThat(algorithms(withSecret().with(name, "HS512"))).containsExactly(HS512);
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    ONE + ",RS256,one of",
    ONE + ",ES256,one of",
    SEVERAL + ",RS256,at least one of",
    SEVERAL + ",'HS256,RS256',at least one of",
    SEVERAL + ",EdDSA,at least one of",
  })
  void refusesSignaturesOfKeyPairsBesideASecret(String name, String value, String howMany) {
    assertThat(withSecret().with(name, value).problems())
        .containsExactly(
            name
                + ": was "
                + value
                + "; expected "
                + howMany
                + " HS256, HS384, HS512 beside a secret");
  }

  @ParameterizedTest(name = "{0} of {1} bytes is refused for {2}")
  @CsvSource({
    "vouchgate.secret, 31, HS256, 256, 248",
    "vouchgate.secret, 47, HS384, 384, 376",
    "vouchgate.secret, 63, HS512, 512, 504",
    "vouchgate.secret, 32, 'HS256,HS512', 512, 256",
  })
  void wantsASecretAsLongAsTheLongestHash(
      String name, int bytes, String algorithms, int needed, int given) {
    SettingsUnderTest settings = issuerOnly().with(name, secretOf(bytes)).with(SEVERAL, algorithms);
    assertThat(settings.problems())
        .containsExactly(
            name
                + ": was (hidden); expected a secret of at least "
                + needed
                + " bits, as many as the hash has (RFC 7518 section 3.2), not of "
                + given);
  }

  @ParameterizedTest(name = "{0} bytes for {1}")
  @CsvSource({"32, HS256", "48, HS384", "64, HS512"})
  void takesASecretThatIsExactlyAsLong(int bytes, String algorithm) {
    SettingsUnderTest settings =
        issuerOnly().with("vouchgate.secret", secretOf(bytes)).with(SEVERAL, algorithm);
    assertThat(settings.problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0} beside a secret")
  @CsvSource({
    "mp.jwt.verify.publickey, x",
    "mp.jwt.verify.publickey.location, https://idp.example.com/jwks",
    "mp.jwt.verify.publickey.location, keys.pem",
    "vouchgate.secret.location, secret.txt",
  })
  void refusesAnyOtherSourceBesideASecret(String name, String value) {
    assertThat(withSecret().with(name, value).problems())
        .containsExactly(
            "mp.jwt.verify.publickey, mp.jwt.verify.publickey.location, vouchgate.secret,"
                + " vouchgate.secret.location: 2 of them are set; expected at most one");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"c2VjcmV0=", "a+b/", "a b", "AB"})
  void refusesASecretThatIsNotBase64url(String secret) {
    assertThat(issuerOnly().with("vouchgate.secret", secret).problems())
        .containsExactly(
            "vouchgate.secret: was (hidden); expected a secret as base64url without padding");
  }

  private static Set<JwsAlgorithm> algorithms(SettingsUnderTest settings) {
    return settings.read().issuers().get(0).policies().values().iterator().next().algorithms();
  }
}
