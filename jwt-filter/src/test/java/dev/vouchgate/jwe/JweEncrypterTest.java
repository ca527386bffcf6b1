package dev.vouchgate.jwe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPrivateKey;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JweEncrypterTest {
  private static final String SIGNED = "a.b.c";

  static Stream<Arguments> recipients() {
    return Stream.of(JweAlgorithm.values())
        .flatMap(
            algorithm ->
                algorithm.isAgreement()
                    ? Stream.of(TestKeys.p256("e"), TestKeys.p384("e"), TestKeys.p521("e"))
                        .map(key -> Arguments.of(algorithm, key))
                    : Stream.of(Arguments.of(algorithm, TestKeys.rsa("e"))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("recipients")
  void encryptsWhatOursAndAnotherLibraryDecrypt(JweAlgorithm algorithm, TestKey key)
      throws Exception {
    for (int i = 0; i < 10; i++) {
      String token = encrypter(algorithm, key).encrypt(SIGNED);
      CompactJwe parsed = CompactJwe.parse(token, 4096);
      assertThat(parsed.header().contentType()).contains("JWT");
      assertThat(parsed.header().keyId()).contains("e");
      assertThat(new JweDecrypter().decrypt(parsed, algorithm, key.privateKey()))
          .hasValueSatisfying(
              content ->
                  assertThat(new String(content, StandardCharsets.US_ASCII)).isEqualTo(SIGNED));

      JWEObject peer = JWEObject.parse(token);
      peer.decrypt(decrypter(key));
      assertThat(peer.getPayload()).hasToString(SIGNED);
    }
  }

  @Test
  void usesEveryKeyOnce() {
    JweEncrypter encrypter = encrypter(JweAlgorithm.ECDH_ES, TestKeys.p256("e"));
    String[] one = encrypter.encrypt(SIGNED).split("\\.", -1);
    String[] other = encrypter.encrypt(SIGNED).split("\\.", -1);
    assertThat(one[0]).isNotEqualTo(other[0]);
    assertThat(one[2]).isNotEqualTo(other[2]);
  }

  @Test
  void refusesAKeyOfAnotherKind() {
    assertThatThrownBy(() -> encrypter(JweAlgorithm.ECDH_ES, TestKeys.rsa("e")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> encrypter(JweAlgorithm.RSA_OAEP, TestKeys.p256("e")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> encrypter(JweAlgorithm.ECDH_ES, TestKeys.x25519("e")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static JweEncrypter encrypter(JweAlgorithm algorithm, TestKey key) {
    return new JweEncrypter(algorithm, key.publicKey(), Optional.of("e"));
  }

  private static JWEDecrypter decrypter(TestKey key) throws Exception {
    return key.privateKey() instanceof ECPrivateKey ec
        ? new ECDHDecrypter(ec)
        : new RSADecrypter(key.privateKey());
  }
}
