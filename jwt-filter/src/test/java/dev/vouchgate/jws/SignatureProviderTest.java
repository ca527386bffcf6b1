package dev.vouchgate.jws;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.jws.SignatureProvider.SelfTest;
import dev.vouchgate.testing.Signer;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.lang.ref.WeakReference;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Security;
import java.security.spec.X509EncodedKeySpec;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A provider is used for what it is right in, and harms nobody where it is not. */
class SignatureProviderTest {
  private static final byte[] SIGNED = "a signing input".getBytes(US_ASCII);
  private static final TestKey RSA = TestKeys.rsa("rsa");

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"HS256", "HS384", "HS512", "ED448"})
  void knowsASignatureThatHolds(JwsAlgorithm algorithm) {
    assertThat(KnownAnswers.problem(SignatureProvider.PLATFORM, algorithm)).isEmpty();
  }

  @Test
  void thePlatformIsChosenForNothing() {
    assertThat(SignatureProvider.PLATFORM.algorithms()).isEmpty();
  }

  @Test
  void oneThatHasSomeAlgorithmsIsUsedForThose() {
    SelfTest edwards = SignatureProvider.selfTest(Security.getProvider("SunEC"));
    SelfTest rsa = SignatureProvider.selfTest(Security.getProvider("SunRsaSign"));

    assertThat(edwards.provider().algorithms())
        .containsExactlyInAnyOrder(
            JwsAlgorithm.ES256,
            JwsAlgorithm.ES384,
            JwsAlgorithm.ES512,
            JwsAlgorithm.EDDSA,
            JwsAlgorithm.ED25519);
    assertThat(rsa.provider().algorithms())
        .hasSize(6)
        .allMatch(alg -> alg.keyType() == KeyType.RSA);
    assertThat(edwards.problems()).isEmpty();
  }

  @Test
  void oneWithoutSignaturesIsUsedForNothingAndHasNoProblem() {
    SelfTest test = SignatureProvider.selfTest(Security.getProvider("SunJCE"));

    assertThat(test.provider().algorithms()).isEmpty();
    assertThat(test.problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = "SOUND", mode = EnumSource.Mode.EXCLUDE)
  void oneThatFailsItsTestIsNotUsedForThatAlgorithm(StubProvider.Conduct conduct) throws Exception {
    StubProvider stub = new StubProvider(conduct);
    SelfTest test = SignatureProvider.selfTest(stub);
    int before = stub.verifications.get();

    assertThat(test.provider().algorithms()).isEmpty();
    assertThat(test.problems()).containsExactly(Map.entry(JwsAlgorithm.RS256, conduct.problem()));
    assertThat(verifies(new SignatureVerifier(test.provider()))).isTrue();
    assertThat(stub.verifications).hasValue(before);
  }

  @Test
  void oneIsAskedForEachSignatureAndMakesItsOwnKeyOnce() throws Exception {
    StubProvider stub = new StubProvider(StubProvider.Conduct.SOUND);
    SignatureVerifier verifier = new SignatureVerifier(SignatureProvider.selfTest(stub).provider());
    int before = stub.verifications.get();
    int keysBefore = stub.keys.get();

    for (int i = 0; i < 5; i++) {
      assertThat(verifies(verifier)).isTrue();
    }

    assertThat(stub.verifications.get() - before).isEqualTo(5);
    assertThat(stub.keys.get() - keysBefore).isEqualTo(1);
  }

  @Test
  void makesNoKeysOfItsOwnOfThoseThatPass() throws Exception {
    StubProvider stub = new StubProvider(StubProvider.Conduct.SOUND);
    SignatureVerifier verifier =
        new SignatureVerifier(SignatureProvider.selfTest(stub).provider().forPassingKeys());
    int before = stub.verifications.get();
    int keysBefore = stub.keys.get();

    assertThat(verifies(verifier)).isTrue();

    assertThat(stub.verifications.get() - before).isEqualTo(1);
    assertThat(stub.keys.get()).isEqualTo(keysBefore);
  }

  @Test
  void lastsNoLongerThanTheKeysThatItKnows() throws Exception {
    StubProvider stub = new StubProvider(StubProvider.Conduct.SOUND);
    SignatureVerifier verifier = new SignatureVerifier(SignatureProvider.selfTest(stub).provider());
    WeakReference<Key> passed = usedOnce(verifier);

    CountDownLatch never = new CountDownLatch(1);
    for (int turn = 0; passed.get() != null && turn < 300; turn++) {
      System.gc();
      assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
    }
    assertThat(passed.get()).isNull();
    assertThat(verifies(verifier)).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = {"REFUSING_KEYS", "THROWING", "UNCHECKED", "UNLINKED"})
  void whatItCannotJudgeThePlatformDoes(StubProvider.Conduct later) throws Exception {
    StubProvider stub = new StubProvider(StubProvider.Conduct.SOUND);
    SignatureVerifier verifier = new SignatureVerifier(SignatureProvider.selfTest(stub).provider());

    stub.become(later);

    assertThat(verifies(verifier)).isTrue();
    byte[] signature = Signer.of("RS256", RSA.signing()).sign(SIGNED);
    signature[100] ^= 1;
    assertThat(
            verifier.verify(
                JwsAlgorithm.RS256, RSA.verification(), SIGNED, SIGNED.length, signature))
        .isFalse();
  }

  @Test
  void seesNoSignatureWhoseFormIsWrong() {
    StubProvider stub = new StubProvider(StubProvider.Conduct.SOUND);
    SignatureVerifier verifier = new SignatureVerifier(SignatureProvider.selfTest(stub).provider());
    int before = stub.verifications.get();

    for (int length : new int[] {0, 255, 257}) {
      assertThat(
              verifier.verify(
                  JwsAlgorithm.RS256, RSA.verification(), SIGNED, SIGNED.length, new byte[length]))
          .isFalse();
    }
    assertThat(stub.verifications).hasValue(before);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"RS512", "PS256", "ES256", "EdDSA", "Ed448", "HS256"})
  void whatItIsNotUsedForThePlatformDoes(String alg) throws Exception {
    StubProvider stub = new StubProvider(StubProvider.Conduct.SOUND);
    SignatureVerifier verifier = new SignatureVerifier(SignatureProvider.selfTest(stub).provider());
    int before = stub.verifications.get();
    TestKey key = TestKeys.of(alg);
    byte[] signature = Signer.of(alg, key.signing()).sign(SIGNED);

    assertThat(
            verifier.verify(
                JwsAlgorithm.named(alg).orElseThrow(),
                key.verification(),
                SIGNED,
                SIGNED.length,
                signature))
        .isTrue();
    assertThat(stub.verifications).hasValue(before);
  }

  private static boolean verifies(SignatureVerifier verifier) throws Exception {
    byte[] signature = Signer.of("RS256", RSA.signing()).sign(SIGNED);
    return verifier.verify(
        JwsAlgorithm.RS256, RSA.verification(), SIGNED, SIGNED.length, signature);
  }

  /** A key that nobody else has. */
  private static WeakReference<Key> usedOnce(SignatureVerifier verifier) throws Exception {
    PublicKey copy =
        KeyFactory.getInstance("RSA")
            .generatePublic(new X509EncodedKeySpec(RSA.verification().getEncoded()));
    byte[] signature = Signer.of("RS256", RSA.signing()).sign(SIGNED);
    assertThat(verifier.verify(JwsAlgorithm.RS256, copy, SIGNED, SIGNED.length, signature))
        .isTrue();
    return new WeakReference<>(copy);
  }
}
