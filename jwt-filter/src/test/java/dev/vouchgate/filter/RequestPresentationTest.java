package dev.vouchgate.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.binding.ClientCertificates;
import dev.vouchgate.http.AddressRange;
import dev.vouchgate.testing.Certificates;
import dev.vouchgate.testing.TestKeys;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a servlet request says beside its token. */
class RequestPresentationTest {
  private static final String TLS = "jakarta.servlet.request.X509Certificate";
  private static final byte[] CLIENT = Certificates.der(TestKeys.rsa("client"));
  private static final byte[] PROXY = Certificates.der(TestKeys.rsa("proxy"));
  private static final String HEADER = ":" + Base64.getEncoder().encodeToString(CLIENT) + ":";
  private static final Optional<ClientCertificates> DIRECT =
      Optional.of(new ClientCertificates(Optional.empty(), List.of()));
  private static final Optional<ClientCertificates> PROXIED =
      Optional.of(
          new ClientCertificates(
              Optional.of("Client-Cert"), List.of(AddressRange.parse("10.0.0.0/8").orElseThrow())));

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource({
    "/shop/orders,     /shop,    /orders",
    "/shop,            /shop,    ''",
    "/orders,          '',       /orders",
    "/shop/%6Frders;a, /shop,    /%6Frders;a",
    "/sh%6Fp/orders,   /shop,    /sh%6Fp/orders",
  })
  void hasThePathBelowTheApplication(String uri, String application, String path) {
    StubRequest request = StubRequest.withHeaders().address("192.0.2.1", uri, application);
    assertThat(presentation(request, DIRECT).path()).isEqualTo(path);
  }

  @Test
  void hasEveryProof() {
    StubRequest request = StubRequest.withHeaders().header("DPoP", "a").header("dpop", "b");
    assertThat(presentation(request, DIRECT).proofs()).containsExactly("a", "b");
    assertThat(presentation(StubRequest.withHeaders(), DIRECT).proofs()).isEmpty();
  }

  @Test
  void hasTheCertificateOfTheConnection() throws Exception {
    assertThat(presentation(from("192.0.2.1").attribute(TLS, chain(CLIENT)), DIRECT).certificate())
        .contains(CLIENT);
    assertThat(presentation(from("192.0.2.1"), DIRECT).certificate()).isEmpty();
    assertThat(presentation(from("192.0.2.1").attribute(TLS, chain()), DIRECT).certificate())
        .isEmpty();
    assertThat(presentation(from("192.0.2.1").attribute(TLS, "wombat"), DIRECT).certificate())
        .isEmpty();
  }

  @Test
  void believesNoHeaderThatNoSettingNames() {
    assertThat(presentation(from("10.1.2.3").header("Client-Cert", HEADER), DIRECT).certificate())
        .isEmpty();
  }

  @Test
  void believesAHeaderOfAProxy() {
    assertThat(presentation(from("10.1.2.3").header("Client-Cert", HEADER), PROXIED).certificate())
        .contains(CLIENT);
  }

  @Test
  void believesNoHeaderOfAnybodyElse() throws Exception {
    StubRequest forged = from("192.0.2.1").header("Client-Cert", HEADER);
    assertThat(presentation(forged, PROXIED).certificate()).isEmpty();
    assertThat(presentation(forged.attribute(TLS, chain(PROXY)), PROXIED).certificate())
        .contains(PROXY);
  }

  @Test
  void takesTheProxysOwnCertificateForNobodys() throws Exception {
    StubRequest request = from("10.1.2.3").attribute(TLS, chain(PROXY));
    assertThat(presentation(request, PROXIED).certificate()).isEmpty();
    assertThat(presentation(request.header("Client-Cert", HEADER), PROXIED).certificate())
        .contains(CLIENT);
  }

  @Test
  void believesNoneOfTwoHeaders() {
    StubRequest request =
        from("10.1.2.3").header("Client-Cert", HEADER).header("client-cert", HEADER);
    assertThat(presentation(request, PROXIED).certificate()).isEmpty();
  }

  private static StubRequest from(String address) {
    return StubRequest.withHeaders().address(address, "/", "");
  }

  private static RequestPresentation presentation(
      StubRequest request, Optional<ClientCertificates> certificates) {
    return new RequestPresentation(request.request(), false, certificates);
  }

  private static X509Certificate[] chain(byte[]... certificates) throws CertificateException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    X509Certificate[] chain = new X509Certificate[certificates.length];
    for (int i = 0; i < chain.length; i++) {
      chain[i] =
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificates[i]));
    }
    return chain;
  }
}
