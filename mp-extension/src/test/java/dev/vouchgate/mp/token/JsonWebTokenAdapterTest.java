package dev.vouchgate.mp.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.mp.testing.TestTokens;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JsonWebTokenAdapterTest {
  private final JsonWebToken token = adapt(TestTokens.alice());

  static Stream<Arguments> claims() {
    return Stream.of(
        Arguments.of("iss", TestTokens.ISSUER),
        Arguments.of("exp", TestTokens.EXPIRES),
        Arguments.of("auth_time", TestTokens.ISSUED_AT),
        Arguments.of("aud", Set.of("orders")),
        Arguments.of("groups", Set.of("user", "buyer")),
        Arguments.of("email_verified", true),
        Arguments.of("address", Json.createObjectBuilder().add("locality", "Paris").build()),
        Arguments.of("text", "some text"),
        Arguments.of("number", Json.createValue(42)),
        Arguments.of("fraction", Json.createValue(2.5)),
        Arguments.of("flag", false),
        Arguments.of("list", Json.createArrayBuilder().add("one").add(2).build()),
        Arguments.of("object", Json.createObjectBuilder().add("inner", "value").build()),
        Arguments.of("nothing", null),
        Arguments.of("missing", null),
        Arguments.of("", null));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("claims")
  void givesClaimsInTheirTypes(String name, Object expected) {
    Object claim = token.getClaim(name);

    assertThat(claim).isEqualTo(expected);
    assertThat(token.containsClaim(name)).isEqualTo(expected != null);
  }

  @Test
  void namesTheCallerByUpnFirst() {
    assertThat(token.getName()).isEqualTo("alice");
    assertThat(adapt(TestTokens.without("upn")).getName()).isEqualTo("24400320");
  }

  @Test
  void answersTheGettersOfTheInterface() {
    assertThat(token.getIssuer()).isEqualTo(TestTokens.ISSUER);
    assertThat(token.getAudience()).containsExactly("orders");
    assertThat(token.getSubject()).isEqualTo("24400320");
    assertThat(token.getTokenID()).isEqualTo("a-1");
    assertThat(token.getExpirationTime()).isEqualTo(TestTokens.EXPIRES);
    assertThat(token.getIssuedAtTime()).isEqualTo(TestTokens.ISSUED_AT);
    assertThat(token.getGroups()).containsExactly("user", "buyer");
  }

  @Test
  void givesTheTokenThatWasSentAndNoClaimOfThatName() {
    String compact = TestTokens.with("raw_token", "another");

    assertThat(adapt(compact).getRawToken()).isEqualTo(compact);
  }

  @Test
  void namesTheClaimsThatAreNotNull() {
    assertThat(token.getClaimNames())
        .contains("iss", "text", "object")
        .doesNotContain("nothing", "raw_token");
  }

  @Test
  void keepsGroupsFreeOfMappedRoles() {
    JsonWebToken mapped =
        new JsonWebTokenAdapter(
            TestTokens.verified(
                TestTokens.alice(),
                Map.of(
                    "vouchgate.roles.map.user", "staff", "vouchgate.roles.path", "groups,list")));

    assertThat(mapped.getGroups()).containsExactly("user", "buyer");
  }

  @Test
  void hasNoGroupsWithoutTheClaim() {
    JsonWebToken plain = adapt(TestTokens.without("groups"));

    assertThat(plain.getGroups()).isEmpty();
    assertThat(plain.<Object>claim(Claims.groups)).isEmpty();
  }

  @Test
  void takesOneStringForNoGroups() {
    assertThat(adapt(TestTokens.with("groups", "admin")).getGroups()).isEmpty();
  }

  @Test
  void hasNullForAnAbsentAudience() {
    assertThat(adapt(TestTokens.without("aud")).getAudience()).isNull();
  }

  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource({"amr, ARRAY", "updated_at, STRING"})
  void givesStandardClaimsAsTheyWereSentIfTheirTypeIsAnother(
      String name, JsonValue.ValueType kind) {
    Object sent =
        switch (kind) {
          case ARRAY -> List.of("pwd");
          default -> "MTIzNDU2Nzg5MDEyMzQ1Ng";
        };

    assertThat(JsonValues.of(adapt(TestTokens.with(name, sent)).getClaim(name)))
        .isEqualTo(JsonValues.of(sent))
        .returns(kind, JsonValue::getValueType);
  }

  @Test
  void givesWhatTheTokenIsBoundToAsItWasSent() {
    Map<String, Object> sent = Map.of("x5t#S256", TestTokens.CERTIFICATE_THUMBPRINT);
    JsonWebToken bound =
        new JsonWebTokenAdapter(
            TestTokens.verified(TestTokens.with("cnf", sent), Map.of("vouchgate.binding", "mtls")));
    assertThat(JsonValues.of(bound.getClaim("cnf"))).isEqualTo(JsonValues.of(sent));
  }

  @Test
  void equalsAnotherOfTheSameToken() {
    assertThat(token)
        .isEqualTo(adapt(TestTokens.alice()))
        .hasSameHashCodeAs(adapt(TestTokens.alice()));
    assertThat(token).isNotEqualTo(adapt(TestTokens.with("jti", "a-2")));
  }

  @Test
  void tellsTheNameAndNotTheToken() {
    assertThat(token).hasToString("JsonWebToken[alice]");
    assertThat(adapt(TestTokens.with("upn", "a\nb"))).hasToString("JsonWebToken[a\\u000ab]");
  }

  @Test
  void isNullThroughAndThroughWithoutAToken() {
    JsonWebToken empty = EmptyJsonWebToken.INSTANCE;

    assertThat(empty.getName()).isNull();
    assertThat(empty.getClaimNames()).isNull();
    assertThat(empty.getRawToken()).isNull();
    assertThat(empty.getGroups()).isNull();
    assertThat(empty.getAudience()).isNull();
    assertThat(empty.<Object>getClaim("")).isNull();
    assertThat(empty.claim("iss")).isEqualTo(Optional.empty());
    assertThat(empty.getExpirationTime()).isZero();
    assertThat(empty.getIssuedAtTime()).isZero();
    assertThat(empty).hasToString("JsonWebToken[]");
  }

  private static JsonWebToken adapt(String compact) {
    return new JsonWebTokenAdapter(TestTokens.verified(compact));
  }
}
