package dev.vouchgate.jws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.codec.DecodedText;
import dev.vouchgate.testing.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsSetTest {

  @Test
  void keepsClaimsInTheOrderInWhichTheyWereSent() throws Exception {
    assertThat(parse("'z':1,'a':'x','m':null").asMap().keySet()).containsExactly("z", "a", "m");
  }

  @Test
  void countsANullClaimAsAbsent() throws Exception {
    ClaimsSet claims = parse("'n':null");

    assertThat(claims.claim("n")).isEmpty();
    assertThat(claims.string("n")).isEmpty();
    assertThat(claims.strings("n")).isEmpty();
    assertThat(claims.numericDate("n")).isEmpty();
    assertThat(claims.asMap()).containsEntry("n", null);
  }

  @Test
  void peeksAtTheIssuerAndAtNothingElse() throws Exception {
    assertThat(peeked("{\"iss\":\"a\",\"x\":")).contains("a");
    assertThat(peeked("{\"iss\":1}")).isEmpty();
    assertThatThrownBy(() -> peeked("[]"))
        .isInstanceOfSatisfying(
            MalformedTokenException.class,
            e ->
                assertThat(e.detail()).isEqualTo("the claims are JSON whose root is not an object"))
        .hasMessage("the claims are JSON whose root is not an object");
  }

  @Test
  void knowsNamesByTheirExactSpelling() throws Exception {
    ClaimsSet claims = parse("'iss':'a','ISS':'b'");

    assertThat(claims.string("iss")).contains("a");
    assertThat(claims.string("Iss")).isEmpty();
    assertThat(claims.string("")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"1", "['a']", "{'a':'a'}", "true", "1.5"})
  void givesAStringOnlyWhereOneWasSent(String value) throws Exception {
    ClaimsSet claims = parse("'c':" + value);

    assertThat(claims.string("c")).isEmpty();
    assertThat(claims.claim("c")).isPresent();
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "0, 0",
    "-1, -1",
    "1772366400, 1772366400",
    "1772366400.0, 1772366400",
    "1772366400.999999, 1772366400",
    "-0.5, -1",
    "1.7723664e9, 1772366400",
    "9223372036854775807, 9223372036854775807",
    "9223372036854775808, 9223372036854775807",
    "9223372036854775807.5, 9223372036854775807",
    "1e308, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808",
    "-9223372036854775809, -9223372036854775808",
    "-9223372036854775808.5, -9223372036854775808",
    "-1e308, -9223372036854775808",
    "1e-308, 0",
    "-1e-308, -1",
  })
  void roundsANumericDateDownAndSaturatesIt(String json, long seconds) throws Exception {
    assertThat(parse("'exp':" + json).numericDate("exp")).hasValue(seconds);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"'1772366400'", "''", "[1772366400]", "{}", "true", "null"})
  void findsNoNumericDateInAnythingButANumber(String json) throws Exception {
    assertThat(parse("'exp':" + json).numericDate("exp")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"NaN", "Infinity", "1e999999999", "0x10"})
  void refusesNumbersThatAreNone(String json) {
    assertMalformed("{\"exp\":" + json + "}", "the claims are ");
  }

  @Test
  void readsOneStringOrAnArrayOfStrings() throws Exception {
    assertThat(parse("'aud':'a b'").strings("aud")).contains(List.of("a b"));
    assertThat(parse("'aud':['a','b','a']").strings("aud")).contains(List.of("a", "b", "a"));
    assertThat(parse("'aud':[]").strings("aud")).contains(List.of());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"['a',1]", "['a',null]", "[['a']]", "[{'a':'a'}]", "{'a':'a'}", "1", "true"})
  void findsNoStringsWhereOneIsAnythingElse(String json) throws Exception {
    assertThat(parse("'aud':" + json).strings("aud")).isEmpty();
  }

  @Test
  void findsStringsInsideAnObjectToo() throws Exception {
    Map<?, ?> access =
        (Map<?, ?>) parse("'realm_access':{'roles':['a'],'x':'a'}").asMap().get("realm_access");

    assertThat(ClaimsSet.arrayOfStrings(access.get("roles"))).contains(List.of("a"));
    assertThat(ClaimsSet.arrayOfStrings(access.get("x"))).isEmpty();
    assertThat(ClaimsSet.arrayOfStrings(null)).isEmpty();
  }

  @Test
  void cannotBeChanged() throws Exception {
    ClaimsSet claims = parse("'aud':['a']");

    assertThatThrownBy(claims.asMap()::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(claims.strings("aud").orElseThrow()::clear)
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"", "[]", "null", "\"{}\"", "{} {}", "{\"sub\":\"a\",\"sub\":\"a\"}"})
  void refusesAPayloadThatIsNotOneStrictObject(String json) {
    assertMalformed(json, "the claims are ");
  }

  private static ClaimsSet parse(String members) throws MalformedTokenException {
    return ClaimsSet.parse(Json.utf8("{" + members + "}"));
  }

  private static void assertMalformed(String json, String message) {
    assertThatThrownBy(() -> ClaimsSet.parse(json.getBytes(UTF_8)))
        .isInstanceOf(MalformedTokenException.class)
        .hasMessageContaining(message);
  }

  private static Optional<String> peeked(String json) throws MalformedTokenException {
    try (DecodedText text = DecodedText.of(json.getBytes(UTF_8))) {
      return ClaimsSet.unprovenIssuer(text);
    }
  }
}
