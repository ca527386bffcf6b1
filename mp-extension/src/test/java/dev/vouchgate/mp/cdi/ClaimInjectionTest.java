package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.mp.testing.TestTokens;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claim;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.Claims;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shape in which a claim may be injected, for a token that has it and without a token. */
class ClaimInjectionTest {
  private static Application application;

  /** Plain values. */
  @Dependent
  public static class Values {
    @Inject
    @Claim("text")
    String text;

    @Inject
    @Claim(standard = Claims.iss)
    String standard;

    @Inject
    @Claim(value = "iss", standard = Claims.iss)
    String both;

    @Inject
    @Claim("raw_token")
    String rawToken;

    @Inject
    @Claim("exp")
    Long boxedLong;

    @Inject
    @Claim("exp")
    long primitiveLong;

    @Inject
    @Claim("number")
    Integer boxedInteger;

    @Inject
    @Claim("number")
    int primitiveInteger;

    @Inject
    @Claim("fraction")
    Double boxedDouble;

    @Inject
    @Claim("fraction")
    double primitiveDouble;

    @Inject
    @Claim("email_verified")
    Boolean boxedBoolean;

    @Inject
    @Claim("email_verified")
    boolean primitiveBoolean;

    @Inject
    @Claim("groups")
    Set<String> set;

    @Inject
    @Claim("aud")
    Set<String> setOfOne;

    @Inject
    @Claim("text")
    JsonString jsonString;

    @Inject
    @Claim("fraction")
    JsonNumber jsonNumber;

    @Inject
    @Claim("list")
    JsonArray jsonArray;

    @Inject
    @Claim("aud")
    JsonArray jsonArrayOfOne;

    @Inject
    @Claim("object")
    JsonObject jsonObject;

    @Inject
    @Claim("flag")
    JsonValue jsonFalse;

    @Inject
    @Claim("object")
    JsonValue jsonValue;

    @Inject
    @Claim("nothing")
    String jsonNull;

    @Inject
    @Claim("list")
    Set<String> setOfOtherThings;

    @Inject
    @Claim("text")
    Long longOfText;

    String parameter;

    @Inject
    void initialize(@Claim("text") String claim) {
      parameter = claim;
    }
  }

  /** Values in wrappers. */
  @Dependent
  public static class Wrapped {
    @Inject
    @Claim("text")
    Optional<String> optional;

    @Inject
    @Claim("missing")
    Optional<Long> optionalOfMissing;

    @Inject
    @Claim("groups")
    Optional<Set<String>> optionalSet;

    @Inject
    @Claim("object")
    Optional<JsonObject> optionalJson;

    @Inject
    @Claim("exp")
    ClaimValue<Long> claimValue;

    @Inject
    @Claim("groups")
    ClaimValue<Set<String>> claimValueOfSet;

    @Inject
    @Claim("number")
    ClaimValue<JsonNumber> claimValueOfJson;

    @Inject
    @Claim("text")
    ClaimValue<Optional<String>> claimValueOfOptional;

    @Inject
    @Claim("missing")
    ClaimValue<Optional<Long>> claimValueOfMissingOptional;

    @Inject
    @Claim("missing")
    ClaimValue<String> claimValueOfMissing;

    @Inject
    @Claim("text")
    @SuppressWarnings("rawtypes")
    ClaimValue rawClaimValue;

    @Inject
    @Claim("number")
    ClaimValue<Object> claimValueOfAnything;

    @Inject
    @Claim("text")
    Provider<String> provider;

    @Inject
    @Claim("missing")
    Provider<Optional<Long>> providerOfOptional;

    @Inject
    @Claim(standard = Claims.exp)
    Instance<Long> instance;

    @Inject
    @Claim("groups")
    Instance<Set<String>> instanceOfSet;

    @Inject
    @Claim("text")
    Instance<ClaimValue<String>> instanceOfClaimValue;
  }

  @BeforeAll
  static void deploy() {
    application = Application.of(Values.class, Wrapped.class);
  }

  @AfterAll
  static void undeploy() {
    application.close();
  }

  static Stream<Arguments> values() {
    JsonArray one = Json.createArrayBuilder(List.of("orders")).build();
    return Stream.of(
        value("String", v -> v.text, "some text", null),
        value("String, standard", v -> v.standard, TestTokens.ISSUER, null),
        value("String, both names", v -> v.both, TestTokens.ISSUER, null),
        value("String of the token", v -> v.rawToken, TestTokens.alice(), null),
        value("String of null", v -> v.jsonNull, null, null),
        value("String, parameter", v -> v.parameter, "some text", null),
        value("Long", v -> v.boxedLong, TestTokens.EXPIRES, null),
        value("long", v -> v.primitiveLong, TestTokens.EXPIRES, 0L),
        value("Integer", v -> v.boxedInteger, 42, null),
        value("int", v -> v.primitiveInteger, 42, 0),
        value("Double", v -> v.boxedDouble, 2.5, null),
        value("double", v -> v.primitiveDouble, 2.5, 0.0),
        value("Boolean", v -> v.boxedBoolean, true, null),
        value("boolean", v -> v.primitiveBoolean, true, false),
        value("Set", v -> v.set, Set.of("user", "buyer"), null),
        value("Set of a single string", v -> v.setOfOne, Set.of("orders"), null),
        value("Set of other things", v -> v.setOfOtherThings, null, null),
        value("Long of a text", v -> v.longOfText, null, null),
        value("JsonString", v -> v.jsonString, Json.createValue("some text"), null),
        value("JsonNumber", v -> v.jsonNumber, Json.createValue(2.5), null),
        value("JsonArray", v -> v.jsonArray, TestTokens.claims().getJsonArray("list"), null),
        value("JsonArray of a single string", v -> v.jsonArrayOfOne, one, null),
        value("JsonObject", v -> v.jsonObject, TestTokens.claims().getJsonObject("object"), null),
        value("JsonValue", v -> v.jsonValue, TestTokens.claims().getJsonObject("object"), null),
        value("JsonValue.FALSE", v -> v.jsonFalse, JsonValue.FALSE, null));
  }

  private static Arguments value(
      String shape, Function<Values, Object> field, Object ofToken, Object withoutToken) {
    return Arguments.of(Named.of(shape, field), ofToken, withoutToken);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("values")
  void injectsValues(Function<Values, Object> field, Object ofToken, Object withoutToken)
      throws Exception {
    assertThat(alice(() -> field.apply(application.bean(Values.class)))).isEqualTo(ofToken);
    assertThat(anonymous(() -> field.apply(application.bean(Values.class))))
        .isEqualTo(withoutToken);
  }

  static Stream<Arguments> wrapped() {
    return Stream.of(
        wrapped("Optional<String>", w -> w.optional, Optional.of("some text"), Optional.empty()),
        wrapped(
            "Optional of nothing", w -> w.optionalOfMissing, Optional.empty(), Optional.empty()),
        wrapped(
            "Optional<Set<String>>",
            w -> w.optionalSet,
            Optional.of(Set.of("user", "buyer")),
            Optional.empty()),
        wrapped(
            "Optional<JsonObject>",
            w -> w.optionalJson,
            Optional.of(TestTokens.claims().getJsonObject("object")),
            Optional.empty()),
        wrapped("ClaimValue<Long>", w -> w.claimValue.getValue(), TestTokens.EXPIRES, null),
        wrapped(
            "ClaimValue<Set<String>>",
            w -> w.claimValueOfSet.getValue(),
            Set.of("user", "buyer"),
            null),
        wrapped(
            "ClaimValue<JsonNumber>",
            w -> w.claimValueOfJson.getValue(),
            Json.createValue(42),
            null),
        wrapped(
            "ClaimValue<Optional<String>>",
            w -> w.claimValueOfOptional.getValue(),
            Optional.of("some text"),
            Optional.empty()),
        wrapped(
            "ClaimValue<Optional> of nothing",
            w -> w.claimValueOfMissingOptional.getValue(),
            Optional.empty(),
            Optional.empty()),
        wrapped("ClaimValue of nothing", w -> w.claimValueOfMissing.getValue(), null, null),
        wrapped("ClaimValue", w -> w.rawClaimValue.getValue(), "some text", null),
        wrapped(
            "ClaimValue<Object>",
            w -> w.claimValueOfAnything.getValue(),
            Json.createValue(42),
            null),
        wrapped("Provider<String>", w -> w.provider.get(), "some text", null),
        wrapped(
            "Provider<Optional<Long>>",
            w -> w.providerOfOptional.get(),
            Optional.empty(),
            Optional.empty()),
        wrapped("Instance<Long>", w -> w.instance.get(), TestTokens.EXPIRES, null),
        wrapped("Instance<Set<String>>", w -> w.instanceOfSet.get(), Set.of("user", "buyer"), null),
        wrapped(
            "Instance<ClaimValue<String>>",
            w -> w.instanceOfClaimValue.get().getValue(),
            "some text",
            null));
  }

  private static Arguments wrapped(
      String shape, Function<Wrapped, Object> field, Object ofToken, Object withoutToken) {
    return Arguments.of(Named.of(shape, field), ofToken, withoutToken);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrapped")
  void injectsWrappedValues(Function<Wrapped, Object> field, Object ofToken, Object withoutToken)
      throws Exception {
    assertThat(alice(() -> field.apply(application.bean(Wrapped.class)))).isEqualTo(ofToken);
    assertThat(anonymous(() -> field.apply(application.bean(Wrapped.class))))
        .isEqualTo(withoutToken);
  }

  @Test
  void namesTheClaimOfAClaimValueAndKeepsItsValueToItself() throws Exception {
    ClaimValue<Long> value = alice(() -> application.bean(Wrapped.class).claimValue);

    assertThat(value.getName()).isEqualTo("exp");
    assertThat(value).hasToString("ClaimValue[exp]");
  }

  private static <T> T alice(Callable<T> action) throws Exception {
    return application.during(application.bearing(TestTokens.alice()), action);
  }

  private static <T> T anonymous(Callable<T> action) throws Exception {
    return application.during(application.anonymous(), action);
  }
}
