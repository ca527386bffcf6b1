package dev.vouchgate.grant;

import static dev.vouchgate.grant.EndpointUnderTest.SECRET;
import static dev.vouchgate.grant.EndpointUnderTest.basic;
import static dev.vouchgate.grant.EndpointUnderTest.error;
import static dev.vouchgate.grant.EndpointUnderTest.withSecret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClientSecretsTest {
  private static final String FORM = "grant_type=client_credentials";
  private static final Optional<Client> ONE = Optional.of(withSecret("one", "s", 1024));

  private final EndpointUnderTest endpoint =
      new EndpointUnderTest(withSecret("dear", "d", 3000), withSecret("cheap", "c", 1024));

  @Test
  void worksAsMuchForWhoeverIsNotAuthenticated() {
    for (String name : List.of("dear", "cheap", "orders", "billing", "nobody", "", "a:b")) {
      for (String secret : List.of("x", "", "\0", "d".repeat(4000), "c\0")) {
        endpoint.derivations.clear();
        assertThat(error(by(name, secret))).isEqualTo("invalid_client");
        assertThat(endpoint.derivations.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3000);
      }
    }
  }

  @Test
  void worksNoLessForAThousandWrongSecretsInARow() throws Exception {
    List<Integer> derivations = new ArrayList<>();
    ClientSecrets secrets = ofOne(derivations::add);
    for (int i = 0; i < 1000; i++) {
      Optional<Client> named = i % 2 == 0 ? ONE : Optional.empty();
      assertThat(secrets.isSecretOf(named, "wrong" + i % 10)).isFalse();
    }

    assertThat(derivations).hasSize(1000).containsOnly(1024);
  }

  @Test
  void knowsASecretThatWasRightForTenMinutes() {
    assertThat(by("cheap", "c").status()).isEqualTo(200);
    assertThat(by("cheap", "c").status()).isEqualTo(200);
    assertThat(endpoint.derivations).containsExactly(1024);
    endpoint.clock.advance(Duration.ofMinutes(10).minusMillis(1));
    assertThat(by("cheap", "c").status()).isEqualTo(200);
    assertThat(endpoint.derivations).hasSize(1);
    endpoint.clock.advance(Duration.ofMillis(1));
    assertThat(by("cheap", "c").status()).isEqualTo(200);
    assertThat(endpoint.derivations).hasSize(2);
  }

  @Test
  void takesNobodyElseForOneWhoseSecretItKnows() {
    assertThat(by("cheap", "c").status()).isEqualTo(200);
    assertThat(by("dear", "c").status()).isEqualTo(401);
    assertThat(by("cheap", "d").status()).isEqualTo(401);
    assertThat(by("nobody", "c").status()).isEqualTo(401);
    assertThat(by("cheap", "c").status()).isEqualTo(200);
  }

  @Test
  void worksNothingWhereNobodyHasASecret() throws Exception {
    ClientSecrets none =
        new ClientSecrets(
            List.of(),
            (algorithm, secret, salt, iterations, bytes) -> {
              throw new IllegalStateException("not to be asked");
            },
            new MutableClock());

    assertThat(none.isSecretOf(Optional.empty(), SECRET)).isFalse();
  }

  @Test
  void saysThatItIsBusyToWhoeverIsInterruptedWhileItWaits() throws Exception {
    List<Integer> derivations = new ArrayList<>();
    ClientSecrets secrets = ofOne(derivations::add);
    Thread.currentThread().interrupt();
    TokenRefusedException refused =
        catchThrowableOfType(TokenRefusedException.class, () -> secrets.isSecretOf(ONE, "s"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(refused.error()).isEqualTo(TokenError.TEMPORARILY_UNAVAILABLE);
    assertThat(derivations).isEmpty();
  }

  @Test
  @Timeout(60)
  void turnsAwayWhoeverWouldWaitBehindSixteen() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    ClientSecrets secrets = ofOne(iterations -> Together.await(go));
    int turns = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    List<Thread> others = new ArrayList<>();
    for (int i = 0; i < turns + 16; i++) {
      Thread other = new Thread(() -> ask(secrets));
      other.start();
      others.add(other);
    }
    while (!others.stream().allMatch(ClientSecretsTest::isWaiting)) {
      Thread.onSpinWait();
    }
    TokenRefusedException refused =
        catchThrowableOfType(TokenRefusedException.class, () -> secrets.isSecretOf(ONE, "s"));
    go.countDown();
    for (Thread other : others) {
      other.join();
    }

    assertThat(refused.error()).isEqualTo(TokenError.TEMPORARILY_UNAVAILABLE);
    assertThat(refused.reason()).isEqualTo("16 others wait for their secrets to be checked");
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING
        || thread.getState() == Thread.State.TIMED_WAITING;
  }

  /** Those of one client, whom every secret is wrong for. */
  private static ClientSecrets ofOne(IntConsumer deriving) {
    return new ClientSecrets(
        ONE.stream().toList(),
        (algorithm, secret, salt, iterations, bytes) -> {
          deriving.accept(iterations);
          return new byte[bytes + 1];
        },
        new MutableClock());
  }

  private static void ask(ClientSecrets secrets) {
    try {
      assertThat(secrets.isSecretOf(ONE, "x")).isFalse();
    } catch (TokenRefusedException e) {
      throw new IllegalStateException("There was room for it to wait.", e);
    }
  }

  private TokenResponse by(String name, String secret) {
    return endpoint.ask(List.of(basic(name, secret)), List.of(), FORM);
  }
}
