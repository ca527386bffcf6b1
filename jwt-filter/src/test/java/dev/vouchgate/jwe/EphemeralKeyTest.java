package dev.vouchgate.jwe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.vouchgate.codec.CodecException;
import dev.vouchgate.testing.BigEndian;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A point of the recipient's own curve, and nothing else. */
class EphemeralKeyTest {
  private static final PrivateKey OWN = TestKeys.p256("encryption").privateKey();
  private static final PrivateKey X25519 = TestKeys.x25519("encryption").privateKey();
  private static final String P =
      "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff";

  static Stream<Arguments> pairs() {
    return Stream.of(
        arguments(TestKeys.p256("a"), TestKeys.p256("b")),
        arguments(TestKeys.p384("a"), TestKeys.p384("b")),
        arguments(TestKeys.p521("a"), TestKeys.p521("b")),
        arguments(TestKeys.x25519("a"), TestKeys.x25519("b")));
  }

  @ParameterizedTest(name = "[{index}]")
  @MethodSource("pairs")
  void isTheSendersKey(TestKey sender, TestKey recipient) throws Exception {
    assertThat(EphemeralKey.of(Map.of("epk", Jwks.of(sender)), recipient.privateKey()))
        .isEqualTo(sender.publicKey());
  }

  @Test
  void mayHaveMembersThatMeanNothingHere() throws Exception {
    assertThat(read(epk("use", "enc"), OWN)).isNotNull();
    assertThat(read(epk("key_ops", List.of()), OWN)).isNotNull();
  }

  static Stream<Arguments> others() {
    return Stream.of(
        bad("kty", "OKP", "another kind"),
        bad("kty", "ec", "another kind"),
        bad("kty", null, "another kind"),
        bad("crv", "P-384", "another kind"),
        bad("crv", "secp256k1", "another kind"),
        bad("crv", "p-256", "another kind"),
        bad("crv", List.of("P-256"), "another kind"),
        bad("x", null, "lacks a coordinate"),
        bad("y", 7, "lacks a coordinate"),
        bad("x", "", "another size"),
        bad("y", Tokens.base64Url(new byte[31]), "another size"),
        bad("y", Tokens.base64Url(new byte[33]), "another size"),
        bad("y", Tokens.base64Url(new byte[32]), "not on the curve"),
        bad("x", coordinate(P), "not on the curve"),
        bad("y", coordinate("ff".repeat(32)), "not on the curve"),
        bad("d", "AQ", "no public key"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void isNothingElse(String what, Map<String, @Nullable Object> epk, String reason) {
    assertThatThrownBy(() -> read(epk, OWN))
        .isInstanceOf(InvalidKeyException.class)
        .hasMessageContaining(reason);
  }

  /** The points of other curves with P-256's a, which the formulas for adding never notice. */
  @Test
  void isNoPointOfACurveThatDiffersOnlyInB() {
    for (int y = 0; y < 64; y++) {
      Map<String, @Nullable Object> epk = epk("x", number(BigInteger.TWO));
      epk.put("y", number(BigInteger.valueOf(y)));
      assertThatThrownBy(() -> read(epk, OWN)).hasMessage("epk is not on the curve");
    }
  }

  @Test
  void isNoSecondSpellingOfAPoint() {
    Map<String, @Nullable Object> epk = Jwks.of(TestKeys.p256("a"));
    BigInteger x = new BigInteger(1, Base64.getUrlDecoder().decode((String) epk.get("x")));
    BigInteger beyond = x.add(new BigInteger(P, 16));
    epk.put("x", Tokens.base64Url(BigEndian.of(beyond, beyond.bitLength() > 256 ? 33 : 32)));

    assertThatThrownBy(() -> read(epk, OWN)).isInstanceOf(InvalidKeyException.class);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"=", "A=", "A A", "+", "/", "AA\n", "é", "AB"})
  void isNotWrittenInAnythingButBase64Url(String text) {
    assertThatThrownBy(() -> read(epk("x", text), OWN)).isInstanceOf(CodecException.class);
  }

  @Test
  void isThere() {
    assertThatThrownBy(() -> EphemeralKey.of(Map.of(), OWN))
        .isInstanceOf(InvalidKeyException.class);
    for (Object epk : new Object[] {"epk", 7L, List.of(), true}) {
      assertThatThrownBy(() -> EphemeralKey.of(Map.of("epk", epk), OWN))
          .isInstanceOf(InvalidKeyException.class);
    }
  }

  @Test
  void isOfTheRecipientsKindOfCurve() {
    assertThatThrownBy(() -> read(Jwks.of(TestKeys.x25519("a")), OWN))
        .hasMessageContaining("another kind");
    assertThatThrownBy(() -> read(Jwks.of(TestKeys.p256("a")), X25519))
        .hasMessageContaining("another kind");
    assertThatThrownBy(() -> read(Jwks.of(TestKeys.ed25519("a")), X25519))
        .hasMessageContaining("another kind");
    Map<String, @Nullable Object> mixed = Jwks.of(TestKeys.x25519("a"));
    mixed.put("kty", "EC");
    assertThatThrownBy(() -> read(mixed, X25519)).hasMessageContaining("another kind");
  }

  /** RFC 7748 §6.1: the secret would be all zero, whatever the recipient's key is. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0100000000000000000000000000000000000000000000000000000000000000",
        "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
        "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000080"
      })
  void agreesOnNothingWithAPointOfSmallOrder(String hex) {
    Map<String, @Nullable Object> epk = Jwks.of(TestKeys.x25519("a"));
    epk.put("x", coordinate(hex));

    assertThatThrownBy(() -> AgreedKey.agree(X25519, read(epk, X25519)))
        .isInstanceOf(InvalidKeyException.class);
  }

  private static PublicKey read(Map<String, @Nullable Object> epk, PrivateKey own)
      throws Exception {
    return EphemeralKey.of(Map.of("epk", epk), own);
  }

  private static Map<String, @Nullable Object> epk(String member, @Nullable Object value) {
    Map<String, @Nullable Object> epk = Jwks.nameless(TestKeys.p256("a"));
    epk.put(member, value);
    return epk;
  }

  private static Arguments bad(String member, @Nullable Object value, String reason) {
    return arguments(member + " " + value, epk(member, value), reason);
  }

  private static String coordinate(String hex) {
    return Tokens.base64Url(HexFormat.of().parseHex(hex));
  }

  private static String number(BigInteger value) {
    return Jwks.number(value, 32);
  }
}
