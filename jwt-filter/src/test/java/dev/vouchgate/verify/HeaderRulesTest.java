package dev.vouchgate.verify;

import static dev.vouchgate.verify.VerifierUnderTest.rejection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.Rejection.CriticalHeader;
import dev.vouchgate.verify.Rejection.MalformedToken;
import dev.vouchgate.verify.Rejection.UnexpectedType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** crit, b64 and typ: what a token says it is, and says must be understood. */
class HeaderRulesTest {
  private final JwtVerifier verifier = VerifierUnderTest.of(TestKeys.rsa("rsa"));

  @Test
  void refusesWhateverIsCritical() {
    assertThat(
            rejection(
                verifier, Tokens.valid().header("x", 1).header("crit", List.of("x")).compact()))
        .isEqualTo(new CriticalHeader(Set.of("x")));
    assertThat(rejection(verifier, Tokens.valid().header("crit", List.of("alg")).compact()))
        .isEqualTo(new CriticalHeader(Set.of("alg")));
    Tokens b64 = Tokens.valid().header("b64", true).header("crit", List.of("b64"));
    assertThat(rejection(verifier, b64.compact())).isEqualTo(new CriticalHeader(Set.of("b64")));
    for (Object crit : new Object[] {List.of(), "x", List.of("absent"), 1, List.of(1)}) {
      assertThat(rejection(verifier, Tokens.valid().header("crit", crit).compact()))
          .isInstanceOf(MalformedToken.class);
    }
    assertThat(rejection(verifier, Tokens.valid().header("crit", null).compact()))
        .isInstanceOf(MalformedToken.class);
  }

  @Test
  void refusesAnUnencodedPayload() {
    assertThat(rejection(verifier, Tokens.valid().header("b64", false).compact()))
        .isInstanceOf(MalformedToken.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"JWT", "jwt", "Jwt", "application/jwt", "APPLICATION/JWT"})
  void acceptsTheTypeOfAnAccessTokenInEverySpelling(String typ) throws Exception {
    assertThat(verifier.verify(Tokens.valid().header("typ", typ).compact())).isNotNull();
  }

  @Test
  void acceptsATokenWithoutAType() throws Exception {
    assertThat(verifier.verify(Tokens.valid().withoutHeader("typ").compact())).isNotNull();
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "logout+jwt",
        "dpop+jwt",
        "secevent+jwt",
        "at+jwt",
        "token-introspection+jwt",
        "JOSE",
        "JWS",
        "",
        " JWT",
        "JWT ",
        "text/jwt",
        "application/application/jwt"
      })
  void refusesAnotherKindOfToken(String typ) {
    assertThat(rejection(verifier, Tokens.valid().header("typ", typ).compact()))
        .isEqualTo(new UnexpectedType(typ, Set.of("jwt")));
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
