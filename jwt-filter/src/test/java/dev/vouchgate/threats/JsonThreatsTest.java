package dev.vouchgate.threats;

import static dev.vouchgate.threats.Attack.claimsWith;
import static dev.vouchgate.threats.Attack.refusal;
import static dev.vouchgate.threats.Attack.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.testing.BigEndian;
import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.Rejection.MalformedToken;
import dev.vouchgate.verify.VerifierUnderTest;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C4 to C7: what looks like JSON, in the header, in signed claims, and in a key set. */
class JsonThreatsTest {
  private static final String HEADER = "{\"alg\":\"RS256\",\"kid\":\"rsa\"}";
  private static final String CLAIMS = Json.of(Tokens.valid().claims());
  private static final String KEYS = Jwks.set(TestKeys.rsa("rsa"));
  private static final int NAME_BITS = 10;
  private static final int NAME_LENGTH = "\"\":1,".length() + 2 * NAME_BITS;
  private final JwtVerifier verifier = VerifierUnderTest.of(TestKeys.rsa("rsa"));

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "\"x\":NaN",
        "\"x\":Infinity",
        "\"x\":-Infinity",
        "\"x\":010",
        "\"x\":+1",
        "\"x\":.5",
        "\"x\":1.",
        "\"x\":0x10",
        "\"x\":1e",
        "\"x\":'y'",
        "x:1",
        "'x':1",
        "\"x\":\"\t\"",
        "\"x\":\"\n\"",
        "\"x\":\"\\x\"",
        "\"x\":\"\\u00\"",
        "\"x\":\"\\ud800\"",
        "\"x\":\"\\u0000\"",
        "\"x\":undefined",
        "\"x\":TRUE",
        "\"x\":/**/1",
        "\"x\":1//\n",
        "\"x\":1,",
        "\"x\"",
        "\"x\":",
        ",\"x\":1",
        "\"x\":[1,]",
        "\"x\":[1 2]",
        "\"x\":{\"y\"}",
        "\"x\":1}{\"y\":1",
        "\"x\":1} ,{\"y\":1",
        "\"x\":1}#{\"y\":1",
        "\"x\":1\u00a0",
        "\"x\":1\f"
      })
  void c4RefusesAMemberThatIsNoJson(String member) {
    assertMalformed(with(HEADER, member).getBytes(UTF_8), claimsWith(member).getBytes(UTF_8));
    assertThatThrownBy(() -> Attack.published(with(KEYS, member)))
        .isInstanceOf(KeyFormatException.class);
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        changed("a byte order mark", json -> joined("efbbbf", json, "")),
        changed("an overlong slash", json -> joined("", json, "c0af")),
        changed("a surrogate", json -> inString(json, "eda080")),
        changed("an overlong NUL", json -> inString(json, "c080")),
        changed("a stray byte", json -> inString(json, "ff")),
        changed("half a letter", json -> inString(json, "c3")),
        changed("beyond Unicode", json -> inString(json, "f4908080")),
        changed("a NUL after the end", json -> joined("", json, "00")),
        changed("UTF-16", json -> recoded(json, "UTF-16")),
        changed("UTF-16LE", json -> recoded(json, "UTF-16LE")),
        changed("UTF-16BE", json -> recoded(json, "UTF-16BE")),
        changed("UTF-32", json -> recoded(json, "UTF-32")),
        changed("nothing", json -> new byte[0]),
        changed("an array", json -> joined("5b", json, "5d")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encodings")
  void c4RefusesAnotherEncoding(String what, UnaryOperator<byte[]> change) {
    assertMalformed(change.apply(HEADER.getBytes(UTF_8)), change.apply(CLAIMS.getBytes(UTF_8)));
  }

  @Test
  void c5ReadsThirtyTwoLevelsAndNotOneMoreHoweverManyFollow() throws Exception {
    String deep = "\"x\":" + nested(31);
    assertThat(verifier.verify(Tokens.valid().header(with(HEADER, deep)).compact())).isNotNull();
    assertThat(verifier.verify(Tokens.valid().payload(claimsWith(deep)).compact())).isNotNull();
    assertThat(Attack.published(with(KEYS, deep)).keyIds()).containsExactly("rsa");

    for (String deeper : new String[] {nested(32), nested(5_000), "[".repeat(10_000)}) {
      String member = "\"x\":" + deeper;
      assertMalformed(with(HEADER, member).getBytes(UTF_8), claimsWith(member).getBytes(UTF_8));
      assertThatThrownBy(() -> Attack.published(with(KEYS, member)))
          .isInstanceOf(KeyFormatException.class);
    }
    String objects = "\"x\":" + "{\"x\":".repeat(2_000) + "1" + "}".repeat(2_000);
    assertMalformed(with(HEADER, objects).getBytes(UTF_8), claimsWith(objects).getBytes(UTF_8));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "1e309",
        "-1e309",
        "1e-309",
        "1e999999999",
        "1e-999999999",
        "1e1000000000",
        "1e2147483648",
        "1e99999999999999999999",
        "12345678901234567890123456789012345678901234567890123456789012345",
        "0.12345678901234567890123456789012345678901234567890123456789012345678901"
      })
  void c6RefusesANumberThatNobodyCanUse(String number) {
    String member = "\"x\":" + number;
    assertMalformed(with(HEADER, member).getBytes(UTF_8), claimsWith(member).getBytes(UTF_8));
    assertThat(
            refusal(
                verifier,
                Tokens.valid().payload(CLAIMS.replaceFirst("\"exp\":\\d+", "\"exp\":" + number))))
        .isInstanceOf(MalformedToken.class);
    assertThatThrownBy(() -> Attack.published(with(KEYS, member)))
        .isInstanceOf(KeyFormatException.class);
  }

  /** A chain of n names that collide costs n² comparisons; the leaf of a tree is an object more. */
  @Test
  void c7KeepsNamesThatCollideInATreeAndNotInAChain() throws Exception {
    assertThat(Attack.published(with(KEYS, names("Aa", "BB"))).keyIds()).containsExactly("rsa");

    long colliding = allocatedFor(with(KEYS, names("Aa", "BB"))); // both hash to 2112
    long distinct = allocatedFor(with(KEYS, names("Aa", "Bb")));
    assertThat(colliding - distinct).isGreaterThan(8L << NAME_BITS);
  }

  @Test
  void c7ReadsNoHundredNamesThatNobodyHasSigned() throws Exception {
    String few = names("Aa", "BB").substring(0, 60 * NAME_LENGTH - 1);
    String many = names("Aa", "BB").substring(0, 100 * NAME_LENGTH - 1);

    assertThat(verifier.verify(Tokens.valid().header(with(HEADER, few)).compact())).isNotNull();
    assertThat(refusal(verifier, Tokens.valid().header(with(HEADER, many))))
        .isEqualTo(new MalformedToken("the header has over 64 values"));
  }

  /** A thousand members whose names are all the words of ten syllables, of two that there are. */
  private static String names(String syllable, String other) {
    return IntStream.range(0, 1 << NAME_BITS)
        .mapToObj(
            word ->
                IntStream.range(0, NAME_BITS)
                    .mapToObj(bit -> (word >> bit & 1) == 0 ? syllable : other)
                    .collect(Collectors.joining("", "\"", "\":1")))
        .collect(Collectors.joining(","));
  }

  /** The least of several: what else a thread allocates, it does once. */
  private static long allocatedFor(String set) throws KeyFormatException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      Attack.published(set);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private void assertMalformed(byte[] header, byte[] claims) {
    assertThat(refusal(verifier, Tokens.valid().header(header))).isInstanceOf(MalformedToken.class);
    assertThat(refusal(verifier, Tokens.valid().payload(claims)))
        .isInstanceOf(MalformedToken.class);
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  private static Arguments changed(String what, UnaryOperator<byte[]> change) {
    return Arguments.of(what, change);
  }

  private static byte[] joined(String before, byte[] json, String after) {
    HexFormat hex = HexFormat.of();
    return BigEndian.join(hex.parseHex(before), BigEndian.join(json, hex.parseHex(after)));
  }

  /** The object with one more member, a string of those bytes. */
  private static byte[] inString(byte[] json, String bytes) {
    byte[] open = new String(json, 0, json.length - 1, UTF_8).concat(",\"x\":\"").getBytes(UTF_8);
    return BigEndian.join(joined("", open, bytes), "\"}".getBytes(UTF_8));
  }

  private static byte[] recoded(byte[] json, String charset) {
    return new String(json, UTF_8).getBytes(Charset.forName(charset));
  }
}
