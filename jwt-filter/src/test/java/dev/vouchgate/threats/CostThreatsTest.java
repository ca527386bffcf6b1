package dev.vouchgate.threats;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.vouchgate.config.Gate;
import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.testing.EncryptedTokens;
import dev.vouchgate.testing.GateUnderTest;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.VerifiedJwt;
import dev.vouchgate.verify.VerifierUnderTest;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.EnumSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C5, C6, C8, D3, D4: what a refusal costs that anybody can ask for, whatever was sent. */
class CostThreatsTest {
  private static final long LIMIT = 64 * 1024;
  private static final int ROUNDS = 30;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final JwtVerifier plain = VerifierUnderTest.of(TestKeys.rsa("rsa"));
  private final JwtVerifier opening = VerifierUnderTest.opening(EnumSet.allOf(JweAlgorithm.class));

  static Stream<Arguments> hostile() {
    String claims = Tokens.encodedPart(Tokens.valid().compact(), 1);
    return Stream.of(
        Arguments.of("c8 a token of one megabyte", "A".repeat(1_048_576)),
        Arguments.of("c8 a header of one megabyte", "A".repeat(1_048_576) + ".e30.AAAA"),
        Arguments.of("c8 a million dots", ".".repeat(1_048_576)),
        Arguments.of("c5 as many arrays as may be", header("[".repeat(11_960))),
        Arguments.of("c6 as many digits as may be", header("9".repeat(11_960))),
        Arguments.of("c8 as many names as may be", header(named("1", 1_300) + "}")),
        Arguments.of("c8 as many objects as may be", header(listed("{}", 3_900) + "}")),
        Arguments.of("c8 as many arrays as may be", header(listed("[]", 3_900) + "}")),
        Arguments.of("c8 as many numbers as may be", header(listed("9".repeat(60), 190) + "}")),
        Arguments.of("c8 sixty numbers", header(listed("9".repeat(60), 60) + "}")),
        Arguments.of("c8 thirty objects", header(listed("{}", 30) + "}")),
        Arguments.of(
            "c8 as long as may be", "A".repeat(16_000) + "." + claims.substring(0, 100) + ".AAAA"),
        Arguments.of("c5 ten thousand arrays", header("[".repeat(10_000))),
        Arguments.of("c5 two thousand objects", header("{\"x\":".repeat(2_000))),
        Arguments.of("c6 an exponent of a billion", header("1e1000000000")),
        Arguments.of("c6 another of a billion less one", header("-1e999999999")),
        Arguments.of("c6 ten thousand digits", header("9".repeat(10_000))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void c8RefusesWithin64Kibibytes(String what, String compact) {
    assertThat(cheapest(plain::verify, compact)).as("only signed").isLessThan(LIMIT);
    assertThat(cheapest(opening::verify, compact)).as("encrypted").isLessThan(LIMIT);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"[", "{\"x\":", "9", "1e9999999999"})
  void c8FindsTheIssuerAmongSeveralWithin64Kibibytes(String hostile) throws Exception {
    String value = hostile.repeat(10_000 / hostile.length());
    String compact =
        Tokens.valid().header("{\"alg\":\"RS256\"}").payload("{\"x\":" + value).compact();
    try (Gate gate =
        GateUnderTest.ofIssuer(Tokens.ISSUER)
            .with("mp.jwt.verify.publickey", Jwks.set(TestKeys.rsa("rsa")))
            .with("vouchgate.issuers", "partner")
            .with("vouchgate.issuer.partner.issuer", "https://partner.example.com")
            .with("vouchgate.issuer.partner.publickey", Jwks.set(TestKeys.p256("p256")))
            .gate()) {
      assertThat(cheapest(gate::verify, compact)).isLessThan(LIMIT);
    }
  }

  static Stream<Arguments> encrypted() {
    EncryptedTokens token = EncryptedTokens.of("x");
    return Stream.of(
        Arguments.of("d3 zip", token.header("zip", "DEF").compact()),
        Arguments.of(
            "d4 p2c",
            token.header("alg", "PBES2-HS512+A256KW").header("p2c", 2_000_000_000).compact()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("encrypted")
  void d4RefusesBeforeAnyArithmetic(String what, String compact) {
    assertThat(cheapest(opening::verify, compact)).isLessThan(LIMIT);
  }

  @FunctionalInterface
  private interface Verification {
    VerifiedJwt verify(String compact) throws RejectedException;
  }

  /** Bytes that the thread allocates for one refusal, once everything is loaded. */
  private static long cheapest(Verification verification, String compact) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      refuse(verification, compact);
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private static void refuse(Verification verification, String compact) {
    try {
      verification.verify(compact);
      throw new AssertionError("accepted");
    } catch (RejectedException e) {
      assertThat(e.rejection()).isNotNull();
    }
  }

  private static String named(String value, int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> '"' + Integer.toString(i, 36) + "\":" + value)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String listed(String value, int many) {
    return "[" + String.join(",", Collections.nCopies(many, value)) + "]";
  }

  private static String header(String value) {
    return Tokens.valid()
        .header("{\"alg\":\"RS256\",\"kid\":\"rsa\",\"x\":" + value)
        .payload("")
        .compact();
  }
}
