package dev.vouchgate.binding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.http.AddressRange;
import dev.vouchgate.testing.Certificates;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates as proxies send them. */
class ClientCertificatesTest {
  private static final TestKey KEY = TestKeys.rsa("client");
  private static final byte[] DER = Certificates.der(KEY);
  private static final String BASE64 = Base64.getEncoder().encodeToString(DER);

  @Test
  void readsTheFieldOfRfc9440() {
    assertThat(ClientCertificates.parse(":" + BASE64 + ":")).contains(DER);
  }

  @Test
  void readsBase64WithoutColons() {
    assertThat(ClientCertificates.parse(BASE64)).contains(DER);
  }

  @Test
  void readsPercentEncodedPem() {
    String pem = Certificates.pem(KEY);
    String nginx = URLEncoder.encode(pem, StandardCharsets.UTF_8).replace("+", "%20");
    assertThat(ClientCertificates.parse(nginx)).contains(DER);
    // Only what must be, as the load balancers of Amazon do.
    String sparing = pem.replace("\n", "%0A").replace(" ", "%20");
    assertThat(sparing).contains("+", "/");
    assertThat(ClientCertificates.parse(sparing)).contains(DER);
  }

  @Test
  void readsTheFirstOfAChain() {
    String chain = Certificates.pem(KEY) + Certificates.pem(TestKeys.rsa("issuer"));
    String encoded = URLEncoder.encode(chain, StandardCharsets.UTF_8).replace("+", "%20");
    assertThat(ClientCertificates.parse(encoded)).contains(DER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "::",
        "(null)",
        "A===",
        ":AAAA:, :AAAA:",
        "%",
        "%zz",
        "-----BEGIN%20CERTIFICATE-----",
        "-----BEGIN%20PUBLIC%20KEY-----%0AAAAA%0A-----END%20PUBLIC%20KEY-----",
        "-----BEGIN%20CERTIFICATE-----%0A-----END%20CERTIFICATE-----",
      })
  void takesNothingElse(String value) {
    assertThat(ClientCertificates.parse(value)).isEmpty();
  }

  @Test
  void believesNobodyWithoutAHeaderOrFromElsewhere() {
    List<AddressRange> proxies = List.of(AddressRange.parse("10.0.0.0/8").orElseThrow());
    ClientCertificates certificates = new ClientCertificates(Optional.of("Client-Cert"), proxies);
    assertThat(certificates.isProxy("10.1.2.3")).isTrue();
    assertThat(certificates.isProxy("11.1.2.3")).isFalse();
    assertThat(new ClientCertificates(Optional.empty(), proxies).isProxy("10.1.2.3")).isFalse();
  }
}
