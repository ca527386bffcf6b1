package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.testing.Pem;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PemParserTest {
  private static final TestKey RSA = TestKeys.rsa("rsa");

  static Stream<TestKey> everyType() {
    return JwkParserTest.everyType();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyType")
  void readsEveryTypeOfPublicKey(TestKey key) throws Exception {
    assertThat(PemParser.publicKey(Pem.of(key))).isEqualTo(key.verification());
  }

  @Test
  void readsTheKeyOfTheSpecification() throws Exception {
    // MicroProfile JWT 2.1 §4.2.1
    String text =
        """
        -----BEGIN PUBLIC KEY-----
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0440JtmhlywtkMvR6tTM
        s0U6e9Ja4xXj5+q+joWdT2xCHt91Ck9+5C5WOaRTco4CPFMBxoUPi1jktW5c+Oyk
        nOIACXu6grXexarFQLjsREE+dkDVrMu75f7Gb9/lC7mrVM73118wnMP2u5MOQIoX
        OqqC1y1gaoJaLp/OjTiJGCm4uxzubzUPN5IDAFaTfK+QErhtcGeBDwWjvikGfUfX
        +WVq74DOoggLiGbB4jsT8iVXEm53JcoEY8nVr2ygr92TuU1+xLAGisjRSYJVe7V1
        tpdRG1CiyCIkqhDFfFBGhFnWlu4gKMiT0KToA9GJfOuCz67XZEAhQYizcXbn1uxa
        OQIDAQAB
        -----END PUBLIC KEY-----
        """;

    assertThat(PemParser.publicKey(text).getAlgorithm()).isEqualTo("RSA");
  }

  @Test
  void readsTheKeyOfCertificateThoughThatHasExpired() throws Exception {
    String text =
        """
        -----BEGIN CERTIFICATE-----
        MIIBSTCB8KADAgECAgkAok8/yTKVyw0wCgYIKoZIzj0EAwIwGTEXMBUGA1UEAxMO
        dm91Y2hnYXRlIHRlc3QwHhcNMjAwMTAxMDAwMDAwWhcNMjAwMTAyMDAwMDAwWjAZ
        MRcwFQYDVQQDEw52b3VjaGdhdGUgdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEH
        A0IABAO/N+k0q5xkPNtqxn6vUepsvK7z0gtSwTdgNdcLKYixh+UAHsGKhA/0jy4W
        SsfLAydAmNdetJ6WQsUdnyUU8UGjITAfMB0GA1UdDgQWBBThDJQNGbE/1Am56C+H
        v1Tp9jpgFzAKBggqhkjOPQQDAgNIADBFAiBUFx18X1mKfbZi36Ng1iCT1wFbbB9R
        ClQ7xRXuxJBq6wIhAPAlBtzSwm1DHBxhO3OYo8dG/FbffUb4MwkngakTTY+R
        -----END CERTIFICATE-----
        """;

    assertThat(PemParser.publicKey(text).getAlgorithm()).isEqualTo("EC");
  }

  @Test
  void readsTextWhoseLineBreaksAreLost() throws Exception {
    String pem = Pem.of(RSA);

    assertThat(PemParser.publicKey(pem.replace("\n", ""))).isEqualTo(RSA.verification());
    assertThat(PemParser.publicKey(pem.replace("\n", " "))).isEqualTo(RSA.verification());
    assertThat(PemParser.publicKey(pem.replace("\n", "\r\n"))).isEqualTo(RSA.verification());
    assertThat(PemParser.publicKey(pem.replace("\n", "\\n"))).isEqualTo(RSA.verification());
  }

  @Test
  void readsBase64UrlToo() throws Exception {
    String pem = Pem.of(RSA);
    String body = pem.substring(26, pem.indexOf("-----END")).replace('+', '-').replace('/', '_');

    assertThat(
            PemParser.publicKey("-----BEGIN PUBLIC KEY-----" + body + "-----END PUBLIC KEY-----"))
        .isEqualTo(RSA.verification());
    assertThat(body).containsAnyOf("-", "_");
  }

  @Test
  void ignoresWhatStandsOutsideTheBoundaries() throws Exception {
    assertThat(PemParser.publicKey("subject: us\n" + Pem.of(RSA) + "\n\nbye"))
        .isEqualTo(RSA.verification());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"})
  void refusesPrivateKeyWherePublicOneBelongs(String label) {
    String pem = Pem.block(label, RSA.signing().getEncoded());

    assertThatThrownBy(() -> PemParser.publicKey(pem))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageStartingWith("found a private key (PEM of " + label + ")")
        .hasMessageContaining("openssl pkey -in key.pem -pubout")
        .hasMessageNotContaining("MII");
  }

  @Test
  void tellsHowToConvertPkcs1() {
    assertThatThrownBy(() -> PemParser.publicKey(Pem.block("RSA PUBLIC KEY", new byte[9])))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("PKCS#1")
        .hasMessageContaining("openssl rsa -RSAPublicKey_in");
  }

  @Test
  void refusesOtherLabels() {
    assertThatThrownBy(() -> PemParser.publicKey(Pem.block("CERTIFICATE REQUEST", new byte[9])))
        .isInstanceOf(KeyFormatException.class)
        .hasMessage("found a PEM of CERTIFICATE REQUEST; expected PUBLIC KEY or CERTIFICATE");
  }

  @Test
  void refusesSeveralKeysAndChains() {
    String two = Pem.of(RSA) + Pem.of(TestKeys.rsa("other"));

    assertThatThrownBy(() -> PemParser.publicKey(two))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("several keys or certificates");
  }

  @Test
  void refusesTextThatDoesNotEnd() {
    String pem = Pem.of(RSA);

    assertThatThrownBy(() -> PemParser.publicKey(pem.substring(0, pem.indexOf("-----END"))))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("does not end");
    assertThatThrownBy(() -> PemParser.publicKey(pem.replace("END PUBLIC", "END PRIVATE")))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("does not end");
  }

  @Test
  void refusesWhatIsNotBase64() {
    assertThatThrownBy(
            () -> PemParser.publicKey("-----BEGIN PUBLIC KEY-----\nMI!I\n-----END PUBLIC KEY-----"))
        .isInstanceOf(KeyFormatException.class)
        .hasMessage("found a PEM whose content is not base64");
  }

  @Test
  void refusesWhatThePlatformCannotRead() {
    assertThatThrownBy(() -> PemParser.publicKey(Pem.block("PUBLIC KEY", new byte[40])))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("expected RSA, EC on a named curve");
    assertThatThrownBy(() -> PemParser.publicKey(Pem.block("CERTIFICATE", new byte[40])))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("expected X.509");
  }

  @Test
  void readsPrivateKeys() throws Exception {
    for (TestKey key : List.of(RSA, TestKeys.p256("a"), TestKeys.p521("a"), TestKeys.x25519("a"))) {
      assertThat(PemParser.privateKey(Pem.privateOf(key))).isEqualTo(key.signing());
    }
  }

  @Test
  void refusesOtherPrivateKeys() {
    assertThatThrownBy(() -> PemParser.privateKey(Pem.privateOf(TestKeys.ed25519("a"))))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("neither RSA, EC nor X25519");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "PUBLIC KEY"})
  void tellsHowToConvertOtherPrivateForms(String label) {
    String pem = Pem.block(label, RSA.signing().getEncoded());

    assertThatThrownBy(() -> PemParser.privateKey(pem))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageStartingWith("found a PEM of " + label)
        .hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
  }

  @Test
  void neverShowsWhatMayBePrivate() {
    assertThatThrownBy(() -> PemParser.privateKey(Pem.block("PRIVATE KEY", new byte[] {1, 2, 3})))
        .isInstanceOf(KeyFormatException.class)
        .hasNoCause();
    assertThatThrownBy(
            () ->
                PemParser.privateKey(
                    "-----BEGIN PRIVATE KEY-----%c2VjcmV0-----END PRIVATE KEY-----"))
        .isInstanceOf(KeyFormatException.class)
        .hasNoCause()
        .hasMessageNotContaining("c2VjcmV0");
  }
}
