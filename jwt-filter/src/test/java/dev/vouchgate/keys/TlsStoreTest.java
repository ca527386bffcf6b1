package dev.vouchgate.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.http.FetchException;
import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.http.HttpRoute;
import dev.vouchgate.testing.Certificates;
import dev.vouchgate.testing.Pem;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Key servers with certificates of their own, and such that want one of their clients. */
@Timeout(60)
class TlsStoreTest {
  private static final TestKey SERVER = TestKeys.rsa("server");
  private static final TestKey CLIENT = TestKeys.rsa("client");
  private static final TestKey STRANGER = TestKeys.rsa("stranger");
  private static final Optional<String> PASSWORD = Optional.of("wombat");

  @ParameterizedTest(name = "in {0}")
  @ValueSource(strings = {"PEM", "PKCS#12"})
  void trustsServerWhoseCertificateIsInTheStore(String format) throws Exception {
    try (StubJwksServer server = server(false)) {
      TlsStore store = format.equals("PEM") ? trusting(SERVER) : trustingByPkcs12(SERVER);

      assertThat(store.hasCertificates()).isTrue();
      assertThat(fetch(server, TlsStore.context(Optional.of(store), Optional.empty())))
          .isEqualTo("{}");
    }
  }

  @Test
  void trustsNobodyElse() throws Exception {
    try (StubJwksServer server = server(false)) {
      SSLContext strict = TlsStore.context(Optional.of(trusting(STRANGER)), Optional.empty());
      SSLContext platform = TlsStore.context(Optional.empty(), Optional.of(own(CLIENT)));

      for (SSLContext tls : new SSLContext[] {strict, platform}) {
        assertThatThrownBy(() -> fetch(server, tls)).isInstanceOf(FetchException.class);
      }
      assertThat(server.requests()).isEmpty();
    }
  }

  @ParameterizedTest(name = "in {0}")
  @ValueSource(strings = {"PEM", "PKCS#12"})
  void showsItsCertificateToServerThatAsks(String format) throws Exception {
    try (StubJwksServer server = server(true)) {
      TlsStore store =
          format.equals("PEM") ? own(CLIENT) : TlsStore.of(pkcs12(CLIENT, true), PASSWORD);

      assertThat(store.hasPrivateKey()).isTrue();
      assertThat(fetch(server, TlsStore.context(Optional.of(trusting(SERVER)), Optional.of(store))))
          .isEqualTo("{}");
    }
  }

  @Test
  void isRefusedWithoutTheCertificateThatTheServerKnows() throws Exception {
    try (StubJwksServer server = server(true)) {
      SSLContext without = TlsStore.context(Optional.of(trusting(SERVER)), Optional.empty());
      SSLContext wrong =
          TlsStore.context(Optional.of(trusting(SERVER)), Optional.of(own(STRANGER)));

      for (SSLContext tls : new SSLContext[] {without, wrong}) {
        assertThatThrownBy(() -> fetch(server, tls)).isInstanceOf(FetchException.class);
      }
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void tellsWhatIsInIt() throws Exception {
    assertThat(trusting(SERVER).hasPrivateKey()).isFalse();
    assertThat(own(CLIENT).hasCertificates()).isFalse();
  }

  @Test
  void saysNothingOfStoreThatItCannotOpen() throws Exception {
    byte[] store = pkcs12(CLIENT, true);

    assertThatThrownBy(() -> TlsStore.of(store, Optional.of("another")))
        .isInstanceOf(KeyFormatException.class)
        .hasMessage("found no PKCS#12 that this password opens, and no PEM; expected one of them")
        .hasNoCause();
    assertThatThrownBy(() -> TlsStore.of("garbage".getBytes(UTF_8), PASSWORD))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("no PKCS#12");
  }

  @Test
  void wantsOneKeyAtMostAndCertificateWithIt() {
    for (String text :
        new String[] {
          Pem.privateOf(CLIENT),
          Certificates.pemWithKey(CLIENT) + Pem.privateOf(STRANGER),
          Certificates.pem(CLIENT) + Pem.of(CLIENT),
          "-----BEGIN CERTIFICATE-----",
        }) {
      assertThatThrownBy(() -> TlsStore.of(text.getBytes(UTF_8), Optional.empty()))
          .isInstanceOf(KeyFormatException.class)
          .hasMessageStartingWith("found a PEM of [")
          .hasMessageContaining("expected CERTIFICATE");
    }
  }

  private static StubJwksServer server(boolean onlyToKnownClients) throws KeyFormatException {
    SSLContext tls = TlsStore.context(Optional.of(trusting(CLIENT)), Optional.of(own(SERVER)));
    return new StubJwksServer(tls, onlyToKnownClients).serve("{}");
  }

  private static TlsStore trusting(TestKey key) throws KeyFormatException {
    return TlsStore.of(Certificates.pem(key).getBytes(UTF_8), Optional.empty());
  }

  private static TlsStore trustingByPkcs12(TestKey key) throws Exception {
    return TlsStore.of(pkcs12(key, false), PASSWORD);
  }

  private static TlsStore own(TestKey key) throws KeyFormatException {
    return TlsStore.of(Certificates.pemWithKey(key).getBytes(UTF_8), Optional.empty());
  }

  private static byte[] pkcs12(TestKey key, boolean withKey) throws Exception {
    char[] password = PASSWORD.orElseThrow().toCharArray();
    Certificate certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(Certificates.der(key)));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    if (withKey) {
      store.setKeyEntry(
          "own", (PrivateKey) key.signing(), password, new Certificate[] {certificate});
    } else {
      store.setCertificateEntry("trusted", certificate);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, password);
    return bytes.toByteArray();
  }

  private static String fetch(StubJwksServer server, SSLContext tls) throws FetchException {
    HttpRoute route = new HttpRoute(Optional.empty(), Optional.of(tls), Optional.empty());
    HttpFetcher.Limits limits = new HttpFetcher.Limits(Duration.ofSeconds(30), 1000, false);
    try (HttpFetcher fetcher = new HttpFetcher(limits, route)) {
      return new String(fetcher.fetch(server.jwks()).body(), UTF_8);
    }
  }
}
