package dev.vouchgate.verify;

import static dev.vouchgate.verify.VerifierUnderTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.Rejection.MalformedToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** typ and cty: what a token may say that it is, and that it holds. */
class HeaderRulesTest {
  private final JwtVerifier verifier = VerifierUnderTest.of(TestKeys.rsa("rsa"));

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"JWT", "jwt", "Jwt", "application/jwt", "APPLICATION/JWT"})
  void acceptsTheTypeOfAnAccessTokenInEverySpelling(String typ) throws Exception {
    assertThat(verifier.verify(Tokens.valid().header("typ", typ).compact())).isNotNull();
  }

  @Test
  void acceptsATokenWithoutAType() throws Exception {
    assertThat(verifier.verify(Tokens.valid().withoutHeader("typ").compact())).isNotNull();
  }

  @ParameterizedTest(name = "cty = {0}")
  @ValueSource(strings = {"JWT", "jwt", "application/jwt"})
  void refusesASignedTokenThatSaysAnotherIsInside(String cty) {
    assertThat(rejection(verifier, Tokens.valid().header("cty", cty).compact()))
        .isInstanceOf(MalformedToken.class);
  }

  @Test
  void doesNotMindOtherContentTypes() throws Exception {
    assertThat(verifier.verify(Tokens.valid().header("cty", "json").compact())).isNotNull();
  }
}
