package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.binding.BindingPolicy;
import dev.vouchgate.binding.ClientCertificates;
import dev.vouchgate.binding.DpopPolicy;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.KeyType;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How settings of bound tokens belong together. */
class BindingSettingsTest {
  private static final SettingsUnderTest DPOP =
      issuerOnly()
          .with("vouchgate.binding", "dpop")
          .with("vouchgate.dpop.base-url", "https://api.example.com/shop");
  private static final SettingsUnderTest MTLS = issuerOnly().with("vouchgate.binding", "mtls");

  @Test
  void proveNothingByDefault() {
    assertThat(issuerOnly().read().binding())
        .isEqualTo(new BindingPolicy(Optional.empty(), Optional.empty(), false));
  }

  @Test
  void haveDefaultsForDpop() {
    DpopPolicy policy = DPOP.read().binding().dpop().orElseThrow();
    assertThat(policy.bases()).hasToString("[https://api.example.com/shop]");
    assertThat(policy.algorithms())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(JwsAlgorithm.values())
                .filter(alg -> alg.keyType() != KeyType.OCT)
                .toList());
    assertThat(policy.window()).isEqualTo(Duration.ofSeconds(60));
    assertThat(policy.maxProofs()).isEqualTo(100_000);
    assertThat(policy.nonces()).isEmpty();
  }

  @Test
  void areTakenAsTheyAreSet() {
    BindingPolicy policy =
        DPOP.with("vouchgate.binding", "mtls,dpop")
            .with("vouchgate.binding.required", "true")
            .with("vouchgate.dpop.algorithms", "ES256")
            .with("vouchgate.dpop.window", "5s")
            .with("vouchgate.dpop.max-proofs", "2000")
            .with("vouchgate.dpop.nonce", "true")
            .with("vouchgate.mtls.header", "Client-Cert")
            .with("vouchgate.mtls.proxies", "10.0.0.0/8")
            .read()
            .binding();
    DpopPolicy dpop = policy.dpop().orElseThrow();
    assertThat(dpop.algorithms()).containsExactly(JwsAlgorithm.ES256);
    assertThat(dpop.window()).isEqualTo(Duration.ofSeconds(5));
    assertThat(dpop.maxProofs()).isEqualTo(2000);
    assertThat(dpop.nonces()).isPresent();
    ClientCertificates certificates = policy.certificates().orElseThrow();
    assertThat(certificates.header()).contains("Client-Cert");
    assertThat(certificates.isProxy("10.1.2.3")).isTrue();
    assertThat(policy.required()).isTrue();
  }

  @Test
  void wantToKnowWhereClientsReachTheApplication() {
    assertThat(DPOP.without("vouchgate.dpop.base-url").problems())
        .containsExactly(
            "vouchgate.dpop.base-url: was not set; expected where clients reach the application,"
                + " such as https://api.example.com/shop");
  }

  @Test
  void wantDpopTokensInTheHeaderThatRfc9449Names() {
    assertThat(DPOP.with("mp.jwt.token.header", "Cookie").problems())
        .containsExactly(
            "mp.jwt.token.header: was Cookie; expected Authorization, as vouchgate.binding names"
                + " dpop");
    assertThat(MTLS.with("mp.jwt.token.header", "Cookie").problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://api.example.com/?a", "https://api.example.com/#a"})
  void wantAddressesWithoutAQuery(String address) {
    assertThat(DPOP.with("vouchgate.dpop.base-url", address).problems())
        .containsExactly(
            "vouchgate.dpop.base-url: was https://api.example.com/?(hidden); expected where clients"
                + " reach the application, such as https://api.example.com/shop");
  }

  @Test
  void wantAYesOrNoAboutWhatIsRequired() {
    assertThat(DPOP.with("vouchgate.binding.required", "yes").problems())
        .containsExactly("vouchgate.binding.required: was yes; expected true or false");
  }

  @Test
  void wantAWayOfProvingWhatIsRequired() {
    assertThat(issuerOnly().with("vouchgate.binding.required", "true").problems())
        .containsExactly(
            "vouchgate.binding: was not set; expected dpop, mtls or both, as"
                + " vouchgate.binding.required is true");
  }

  @Test
  void believeAHeaderOnlyOfProxiesThatAreNamed() {
    assertThat(MTLS.with("vouchgate.mtls.header", "Client-Cert").problems())
        .containsExactly(
            "vouchgate.mtls.proxies: was not set; expected the addresses of the proxies that"
                + " vouchgate.mtls.header is believed of, such as 10.0.0.0/8");
    assertThat(
            MTLS.with("vouchgate.mtls.header", "Client Cert")
                .with("vouchgate.mtls.proxies", "::1")
                .problems())
        .containsExactly(
            "vouchgate.mtls.header: was Client Cert; expected the name of a header (RFC 9110"
                + " section 5.1)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "not base64url!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void wantANonceSecretOf32BytesAndDoNotShowIt(String secret) {
    assertThat(DPOP.with("vouchgate.dpop.nonce.secret", secret).problems())
        .containsExactly(
            "vouchgate.dpop.nonce.secret: was (hidden); expected base64url of 32 bytes or more");
    assertThat(DPOP.with("vouchgate.dpop.nonce.secret", SettingsUnderTest.secretOf(32)).problems())
        .isEmpty();
  }
}
