package dev.vouchgate.filter;

import static dev.vouchgate.filter.StubRequest.withHeaders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.verify.Credential;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokenExtractorTest {
  private static final BearerTokenExtractor HEADER =
      new BearerTokenExtractor(Optional.empty(), false);
  private static final BearerTokenExtractor DPOP = new BearerTokenExtractor(Optional.empty(), true);
  private static final BearerTokenExtractor COOKIE =
      new BearerTokenExtractor(Optional.of("token"), false);

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "Bearer abc",
        "bearer abc",
        "BEARER abc",
        "bEaReR abc",
        "Bearer   abc",
        "Bearer\tabc",
        "Bearer abc \t ",
      })
  void readsTheTokenAfterTheScheme(String header) throws RejectedException {
    assertThat(token(HEADER, withHeaders(header).request())).contains("abc");
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "Bearer \u00a0abc",
        "Bearer abc\u0085",
        "Bearer \u000babc",
        "Bearer abc\u001c",
        "Bearer =",
        "Bearer \"abc\"",
        "Bearer token=abc",
      })
  void leavesToTheVerifierWhatOnlyLooksLikeBlanks(String header) throws RejectedException {
    assertThat(token(HEADER, withHeaders(header).request()))
        .contains(header.substring("Bearer ".length()));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {
        "",
        "Basic YTpi",
        "Basic Bearer",
        "Bearerabc",
        "Bearer:abc",
        "Bearer=abc",
        "Bearer,abc",
        "DPoP abc",
        "Token Bearer abc",
        "Digest realm=\"x\", Bearer abc",
        "\"Bearer\" abc",
        "Beаrer abc",
      })
  void findsNoCredentialUnderAnotherScheme(String header) throws RejectedException {
    assertThat(token(HEADER, withHeaders(header).request())).isEmpty();
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"DPoP abc", "dpop abc", "DPOP\tabc ", "Bearer abc"})
  void readsTheSchemeDpopWhereItIsUsed(String header) throws RejectedException {
    assertThat(token(DPOP, withHeaders(header).request())).contains("abc");
    assertThat(DPOP.usesDpop(withHeaders(header).request())).isEqualTo(!header.startsWith("B"));
    assertThat(HEADER.usesDpop(withHeaders(header).request())).isFalse();
  }

  @Test
  void seesNoSchemeWhereThereIsNone() {
    assertThat(DPOP.usesDpop(withHeaders().request())).isFalse();
    assertThat(DPOP.usesDpop(withHeaders("DPoPabc").request())).isFalse();
  }

  @Test
  void findsNoneWithoutAHeader() throws RejectedException {
    assertThat(token(HEADER, withHeaders().request())).isEmpty();
  }

  @Test
  void findsNoneInTwoHeadersOfOtherSchemes() throws RejectedException {
    assertThat(token(HEADER, withHeaders("Basic YTpi", "Digest x").request())).isEmpty();
  }

  static Stream<Arguments> ambiguous() {
    String words = "an Authorization header with more than one word after its scheme";
    String nothing = "an Authorization header with nothing after its scheme";
    return Stream.of(
        Arguments.of(new String[] {"Bearer abc", "Bearer abc"}, "2 Authorization headers"),
        Arguments.of(new String[] {"Bearer abc", "Basic YTpi"}, "2 Authorization headers"),
        Arguments.of(new String[] {"Basic YTpi", "bearer abc"}, "2 Authorization headers"),
        Arguments.of(new String[] {"Bearer a", "Bearer b", "c"}, "3 Authorization headers"),
        Arguments.of(new String[] {"Bearer abc, Bearer def"}, words),
        Arguments.of(new String[] {"Bearer abc,def"}, words),
        Arguments.of(new String[] {"Bearer abc,"}, words),
        Arguments.of(new String[] {"Bearer abc def"}, words),
        Arguments.of(new String[] {"Bearer abc\tdef"}, words),
        Arguments.of(new String[] {"Bearer Bearer abc"}, words),
        Arguments.of(new String[] {"Bearer"}, nothing),
        Arguments.of(new String[] {"Bearer "}, nothing),
        Arguments.of(new String[] {"bearer\t "}, nothing));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ambiguous")
  void refusesAllButExactlyOneCredential(String[] headers, String found) {
    assertThat(refusal(HEADER, withHeaders(headers)))
        .isEqualTo(new Rejection.AmbiguousCredentials(found));
  }

  @Test
  void neverReadsTheQueryAFormOrACookieInHeaderMode() throws RejectedException {
    StubRequest request =
        withHeaders()
            .parameter("access_token", "abc")
            .cookie("token", "abc")
            .cookie("Bearer", "abc");
    assertThat(token(HEADER, request.request())).isEmpty();
  }

  @Test
  void readsTheOneCookieOfThatName() throws RejectedException {
    StubRequest request =
        withHeaders().cookie("a", "b").cookie("token", "abc").cookie("Token", "d");
    assertThat(token(COOKIE, request.request())).contains("abc");
  }

  @Test
  void neverReadsTheHeaderTheQueryOrAFormInCookieMode() throws RejectedException {
    StubRequest request =
        withHeaders("Bearer abc", "Bearer def").parameter("token", "abc").cookie("a", "b");
    assertThat(token(COOKIE, request.request())).isEmpty();
    assertThat(token(COOKIE, withHeaders("Bearer abc").request())).isEmpty();
  }

  @Test
  void takesAnEmptyCookieForNone() throws RejectedException {
    assertThat(token(COOKIE, withHeaders().cookie("token", "").request())).isEmpty();
    StubRequest cleared = withHeaders().cookie("token", "").cookie("token", "abc");
    assertThat(token(COOKIE, cleared.request())).contains("abc");
  }

  @Test
  void refusesTwoCookiesOfThatName() {
    assertThat(refusal(COOKIE, withHeaders().cookie("token", "abc").cookie("token", "abc")))
        .isEqualTo(new Rejection.AmbiguousCredentials("more than one cookie of the token's name"));
  }

  private static Optional<String> token(BearerTokenExtractor extractor, HttpServletRequest request)
      throws RejectedException {
    return extractor.extract(request).map(Credential::compact);
  }

  private static Rejection refusal(BearerTokenExtractor extractor, StubRequest stub) {
    return catchThrowableOfType(RejectedException.class, () -> extractor.extract(stub.request()))
        .rejection();
  }
}
