package dev.vouchgate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test kit is itself proven: by a library that knows nothing of it. */
class TokensTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "HS256",
        "HS384", "HS512"
      })
  void makesTokensThatNimbusAccepts(String alg) throws Exception {
    SignedJWT token = SignedJWT.parse(Tokens.valid(alg).compact());

    JWSVerifier verifier =
        new DefaultJWSVerifierFactory()
            .createJWSVerifier(token.getHeader(), TestKeys.of(alg).verification());
    assertThat(token.verify(verifier)).isTrue();
    assertThat(token.getHeader().getKeyID()).isEqualTo(TestKeys.of(alg).kid());
    assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(Tokens.ISSUER);
    assertThat(token.getJWTClaimsSet().getAudience()).containsExactly(Tokens.AUDIENCE);
    assertThat(token.getJWTClaimsSet().getStringListClaim("groups")).isEqualTo(List.of("user"));
    assertThat(token.getJWTClaimsSet().getExpirationTime())
        .isEqualTo(Date.from(Tokens.NOW.plus(Tokens.LIFETIME)));
  }

  @Test
  void changesOneThingAndLeavesTheOriginalAlone() throws Exception {
    Tokens original = Tokens.valid("HS256");
    Tokens changed = original.claim("groups", List.of("admin", "a\"b")).header("typ", "at+jwt");

    SignedJWT token = SignedJWT.parse(changed.compact());
    assertThat(token.getJWTClaimsSet().getStringListClaim("groups"))
        .containsExactly("admin", "a\"b");
    assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(original.compact()).isEqualTo(Tokens.valid("HS256").compact());
  }

  @Test
  void sendsHeaderAndPayloadByteForByte() {
    byte[] bytes = {0, (byte) 0xff, '{'};
    String compact = Tokens.valid().header(bytes).payload("not json").compact();

    assertThat(Tokens.part(compact, 0)).isEqualTo(bytes);
    assertThat(Tokens.part(compact, 1)).isEqualTo("not json".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void flipsExactlyOneBitOfATamperedSignature() {
    byte[] good = Tokens.part(Tokens.valid("HS256").compact(), 2);
    byte[] tampered = Tokens.part(Tokens.valid("HS256").tampered().compact(), 2);

    int differing = 0;
    for (int i = 0; i < good.length; i++) {
      differing += Integer.bitCount((good[i] ^ tampered[i]) & 0xff);
    }
    assertThat(differing).isEqualTo(1);
  }
}
