package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.testing.TestKeys;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RsaFitnessTest {
  private static final KeyPolicy STRICT = new KeyPolicy(false);
  private static final KeyPolicy WEAK = new KeyPolicy(true);
  private static final BigInteger F4 = BigInteger.valueOf(65537);

  private final BigInteger modulus = ((RSAPublicKey) TestKeys.rsa("a").verification()).getModulus();

  @Test
  void accepts2048Bits() {
    assertThatCode(() -> RsaFitness.check(modulus, F4, STRICT)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0} bits, weak keys allowed: {1}")
  @CsvSource({"1023, true", "512, true", "2047, false", "1024, false"})
  void refusesFewerBitsThanThePolicyWants(int bits, boolean weak) {
    assertThatThrownBy(() -> RsaFitness.check(odd(bits), F4, new KeyPolicy(weak)))
        .isInstanceOf(KeyFormatException.class)
        .hasMessage(
            "an RSA key of %d bits; expected at least %d".formatted(bits, weak ? 1024 : 2048));
  }

  @Test
  void accepts1024BitsOnlyIfAllowed() {
    assertThatCode(() -> RsaFitness.check(odd(1024), F4, WEAK)).doesNotThrowAnyException();
  }

  @Test
  void refusesMoreBitsThanCanBeVerifiedInTime() {
    assertThatCode(() -> RsaFitness.check(odd(16_384), F4, STRICT)).doesNotThrowAnyException();
    assertThatThrownBy(() -> RsaFitness.check(odd(16_385), F4, STRICT))
        .hasMessage("an RSA key of 16385 bits; expected at most 16384");
  }

  @Test
  void refusesEvenModulus() {
    assertThatThrownBy(() -> RsaFitness.check(modulus.clearBit(0), F4, STRICT))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("even modulus");
  }

  @ParameterizedTest(name = "e = {0}")
  @ValueSource(longs = {-1, 0, 1, 2, 4, 65536})
  void refusesExponentThatIsEvenOrBelowThree(long exponent) {
    assertThatThrownBy(() -> RsaFitness.check(modulus, BigInteger.valueOf(exponent), STRICT))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("public exponent");
  }

  @Test
  void refusesExponentNotBelowTheModulus() {
    assertThatThrownBy(() -> RsaFitness.check(modulus, modulus, STRICT))
        .hasMessageContaining("public exponent");
  }

  @Test
  void acceptsExponentThree() {
    assertThatCode(() -> RsaFitness.check(modulus, BigInteger.valueOf(3), STRICT))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesKeysOfTheFaultyChip() {
    // CVE-2017-15361: primes are k * M + 65537^a mod M, M the product of the first primes.
    BigInteger primorial = BigInteger.ONE;
    for (BigInteger prime = BigInteger.TWO;
        prime.bitLength() < 10;
        prime = prime.nextProbablePrime()) {
      primorial = primorial.multiply(prime);
    }
    Random random = new Random(1);
    BigInteger p = faultyPrime(primorial, random);
    BigInteger q = faultyPrime(primorial, random);

    assertThatThrownBy(() -> RsaFitness.check(p.multiply(q), F4, STRICT))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("CVE-2017-15361");
  }

  private static BigInteger faultyPrime(BigInteger primorial, Random random) {
    while (true) {
      BigInteger power = F4.modPow(new BigInteger(100, random), primorial);
      BigInteger factor = new BigInteger(1080 - primorial.bitLength(), random);
      BigInteger candidate = factor.multiply(primorial).add(power);
      if (candidate.bitLength() > 1030 && candidate.isProbablePrime(20)) {
        return candidate;
      }
    }
  }

  private static BigInteger odd(int bits) {
    return BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
  }

  @Test
  void refusesAKeyForPssAlone() throws Exception {
    PublicKey key = KeyPairGenerator.getInstance("RSASSA-PSS").generateKeyPair().getPublic();

    assertThatThrownBy(() -> KeyFitness.check(key, new KeyPolicy(false)))
        .isInstanceOf(KeyFormatException.class)
        .hasMessageContaining("RSASSA-PSS; expected RSA");
  }
}
