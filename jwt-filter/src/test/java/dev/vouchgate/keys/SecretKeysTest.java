package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretKeysTest {

  @ParameterizedTest(name = "{0} bytes serve {1}: {2}")
  @CsvSource({
    "32, HS256, true",
    "32, HS384, false",
    "47, HS384, false",
    "48, HS384, true",
    "63, HS512, false",
    "64, HS512, true",
    "64, HS256, true",
    "64, RS256, false",
    "64, none, false",
  })
  void servesWhatItIsLongEnoughFor(int bytes, String alg, boolean serves) throws Exception {
    JwkSet set = SecretKeys.of(new byte[bytes]);

    assertThat(set.select(Headers.of(alg, "any")).isPresent()).isEqualTo(serves);
    assertThat(set.select(Headers.withoutKid(alg)).isPresent()).isEqualTo(serves);
  }

  @Test
  void refusesSecretThatIsTooShortForAnything() {
    assertThatThrownBy(() -> SecretKeys.of(new byte[31]))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("the secret has 31 bytes");
  }

  @Test
  void keepsItsSecretWhateverBecomesOfTheArray() throws Exception {
    byte[] secret = new byte[32];
    JwkSet set = SecretKeys.of(secret);
    secret[0] = 1;

    assertThat(set.keys().get(0).key().getEncoded()).isEqualTo(new byte[32]);
  }

  @Test
  void showsNothingOfIt() throws Exception {
    assertThat(SecretKeys.of(new byte[32]).keys().get(0))
        .hasToString("VerificationKey[kid=none, kty=oct]");
  }
}
