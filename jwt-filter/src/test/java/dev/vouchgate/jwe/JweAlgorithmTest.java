package dev.vouchgate.jwe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JweAlgorithmTest {

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void suitsPrivateKeysOfItsKindAndNoOthers(JweAlgorithm algorithm) {
    TestKey rsa = TestKeys.rsa("a");
    TestKey[] curves = {TestKeys.p256("a"), TestKeys.p521("a"), TestKeys.x25519("a")};

    assertThat(algorithm.suits(rsa.signing())).isEqualTo(!algorithm.isAgreement());
    assertThat(Arrays.stream(curves).map(key -> algorithm.suits(key.signing())))
        .containsOnly(algorithm.isAgreement());
    assertThat(algorithm.suits(rsa.verification())).isFalse();
    assertThat(Arrays.stream(curves).map(key -> algorithm.suits(key.verification())))
        .containsOnly(false);
    assertThat(algorithm.suits(TestKeys.ed25519("a").signing())).isFalse();
    assertThat(algorithm.suits(TestKeys.secret("a").signing())).isFalse();
  }
}
