package dev.vouchgate.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.codec.StrictJson;
import dev.vouchgate.conformance.Vectors.Example;
import dev.vouchgate.keys.EmbeddedJwk;
import dev.vouchgate.keys.JwkParser;
import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.KeyOrigin;
import dev.vouchgate.keys.KeyPolicy;
import dev.vouchgate.keys.VerificationKey;
import dev.vouchgate.testing.Json;
import java.security.Key;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;

/** How an example of a key, or of a set of them, is checked. */
final class JwkExamples {
  private JwkExamples() {}

  /** The keys that are for signatures are read, and are those that jose4j reads. */
  static void assertReads(Example example) throws Exception {
    JwkSet set = published(example);

    assertThat(set.keyIds()).isEqualTo(example.members().get("keyIds"));
    assertThat(set.keys().stream().map(VerificationKey::key))
        .isNotEmpty()
        .allMatch(key -> isAmong(example.members().get("document"), key));
  }

  /** A key that comes with a proof is known by the thumbprint that the RFC says (RFC 7638). */
  static void assertThumbprint(Example example) throws Exception {
    byte[] json = Json.of(example.members().get("document")).getBytes(UTF_8);
    EmbeddedJwk jwk = EmbeddedJwk.parse(StrictJson.parseObject(json));

    assertThat(jwk.thumbprint()).isEqualTo(example.text("thumbprint"));
  }

  /** None is read, and why is what the file says. */
  static void assertRefused(Example example) {
    assertThatThrownBy(() -> published(example))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining(example.text("refusal"));
  }

  private static JwkSet published(Example example) throws KeyFormatException {
    byte[] json = Json.of(example.members().get("document")).getBytes(UTF_8);
    return new JwkParser(new KeyPolicy(false), KeyOrigin.PUBLISHED).parse(json).set();
  }

  private static boolean isAmong(Object document, Key key) {
    Object several = ((Map<?, ?>) document).get("keys");
    List<?> jwks = several == null ? List.of(document) : (List<?>) several;
    return jwks.stream().anyMatch(jwk -> readByJose4j(jwk).equals(key));
  }

  private static Key readByJose4j(Object jwk) {
    try {
      return JsonWebKey.Factory.newJwk(Json.of(jwk)).getKey();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
