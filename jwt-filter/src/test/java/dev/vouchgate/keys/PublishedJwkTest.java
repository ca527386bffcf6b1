package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.codec.JsonWriter;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedJwkTest {

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "secp256r1", "secp384r1", "secp521r1", "Ed25519", "Ed448"})
  void isReadAgainAsTheSameKey(String kind) throws Exception {
    // Often enough to meet a coordinate with a zero in front.
    for (int i = 0; i < (kind.equals("RSA") ? 1 : 300); i++) {
      PublicKey key = generate(kind);

      assertThat(EmbeddedJwk.parse(Map.copyOf(PublishedJwk.members(key))).key().key())
          .isEqualTo(key);
    }
  }

  @Test
  void listsItsMembersAsAThumbprintHasThem() throws Exception {
    assertThat(PublishedJwk.members(generate("RSA")).keySet()).containsExactly("e", "kty", "n");
    assertThat(PublishedJwk.members(generate("secp256r1")).keySet())
        .containsExactly("crv", "kty", "x", "y");
    assertThat(PublishedJwk.members(generate("Ed25519")).keySet())
        .containsExactly("crv", "kty", "x");
  }

  @Test
  void refusesKeysThatSignNothing() throws Exception {
    PublicKey agreement = KeyPairGenerator.getInstance("X25519").generateKeyPair().getPublic();

    assertThatThrownBy(() -> PublishedJwk.members(agreement))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isOneOfASetThatIsReadAgain() throws Exception {
    PublicKey key = generate("Ed448");
    byte[] set = JsonWriter.object(Map.of("keys", List.of(PublishedJwk.members(key))));

    assertThat(KeyDocument.parsePublished(set, new KeyPolicy(false), skipped -> {}).keys())
        .singleElement()
        .extracting(VerificationKey::key)
        .isEqualTo(key);
  }

  private static PublicKey generate(String kind) throws Exception {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(kind.startsWith("secp") ? "EC" : kind);
    if (kind.startsWith("secp")) {
      generator.initialize(new ECGenParameterSpec(kind));
    }
    return generator.generateKeyPair().getPublic();
  }
}
