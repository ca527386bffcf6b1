package dev.vouchgate.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.keys.JwkThumbprint;
import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningKeyTest {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "HS.*")
  void isNoSharedSecret(JwsAlgorithm algorithm) {
    assertThatThrownBy(() -> SigningKey.generate(algorithm))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(algorithm.toString());
  }

  @Test
  void isNamedByItsThumbprint() {
    SigningKey key = SigningKey.generate(JwsAlgorithm.EDDSA);

    assertThat(key.keyId()).isEqualTo(JwkThumbprint.of(key.publicKey())).hasSize(43);
    assertThat(key.published()).containsEntry("kid", key.keyId()).containsEntry("crv", "Ed25519");
  }

  @Test
  void ofRsaHas3072Bits() {
    SigningKey key = SigningKey.generate(JwsAlgorithm.PS256);

    assertThat(((RSAPublicKey) key.publicKey()).getModulus().bitLength()).isEqualTo(3072);
  }

  @Test
  void showsNothingOfItself() {
    SigningKey key = SigningKey.generate(JwsAlgorithm.ES256);

    assertThat(key).hasToString("SigningKey[kid=" + key.keyId() + ", alg=ES256]");
    assertThat(key.signer()).hasToString("JwsSigner[ES256]");
  }
}
