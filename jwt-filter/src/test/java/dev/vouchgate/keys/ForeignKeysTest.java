package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Key sets as other libraries write them. */
class ForeignKeysTest {
  private final List<String> skipped = new ArrayList<>();

  static Stream<TestKey> everyType() {
    return JwkParserTest.everyType();
  }

  @Test
  void readsSetsOfNimbus() throws Exception {
    TestKey rsa = TestKeys.rsa("rsa");
    TestKey ec = TestKeys.p521("ec");
    JWK first =
        new RSAKey.Builder((RSAPublicKey) rsa.verification())
            .keyID("rsa")
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.PS384)
            .build();
    JWK second =
        new ECKey.Builder(Curve.P_521, (ECPublicKey) ec.verification()).keyID("ec").build();

    JwkSet set = parse(new JWKSet(List.of(first, second)).toString());

    assertThat(set.keys())
        .extracting(VerificationKey::key)
        .containsExactly(rsa.verification(), ec.verification());
    assertThat(set.select(Headers.of("PS384", "rsa"))).isPresent();
    assertThat(set.select(Headers.of("RS256", "rsa"))).isEmpty();
    assertThat(skipped).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyType")
  void readsSetsOfJose4j(TestKey key) throws Exception {
    PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(key.verification());
    jwk.setKeyId(key.kid());

    String set = new JsonWebKeySet(jwk).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);

    assertThat(parse(set).keys())
        .extracting(VerificationKey::key)
        .containsExactly(key.verification());
  }

  private JwkSet parse(String set) throws KeyFormatException {
    return KeyDocument.parse(set, new KeyPolicy(false), skipped::add);
  }
}
