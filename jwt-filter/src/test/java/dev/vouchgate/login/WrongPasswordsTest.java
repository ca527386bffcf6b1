package dev.vouchgate.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WrongPasswordsTest {
  private final MutableClock clock = new MutableClock();
  private final WrongPasswords wrong = new WrongPasswords(clock);

  @Test
  void makeNobodyWaitAtFirst() {
    wrong("bob", WrongPasswords.FREE - 1);

    assertThat(wrong.mustWait("bob")).isFalse();
  }

  @Test
  void makeANameWaitAMinuteBeforeEachFurtherTry() {
    wrong("bob", WrongPasswords.FREE);
    assertThat(wrong.mustWait("bob")).isTrue();
    assertThat(wrong.mustWait("alice")).isFalse();
    clock.advance(WrongPasswords.WAIT.minusMillis(1));
    assertThat(wrong.mustWait("bob")).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(wrong.mustWait("bob")).isFalse();
    wrong("bob", 1);
    assertThat(wrong.mustWait("bob")).isTrue();
  }

  @Test
  void areForgottenWithTheRightOne() {
    wrong("bob", WrongPasswords.FREE);
    wrong.right("bob");
    wrong("bob", WrongPasswords.FREE - 1);

    assertThat(wrong.mustWait("bob")).isFalse();
  }

  @Test
  void areForgottenAfterAQuarterOfAnHour() {
    wrong("bob", WrongPasswords.FREE);
    clock.advance(Duration.ofMinutes(15));
    wrong("bob", WrongPasswords.FREE - 1);

    assertThat(wrong.mustWait("bob")).isFalse();
  }

  @Test
  void areRememberedOfTenThousandNamesAtMost() {
    wrong("first", WrongPasswords.FREE);
    for (int i = 0; i < 9_999; i++) {
      wrong.wrong("name" + i);
    }
    assertThat(wrong.mustWait("first")).isTrue();
    wrong.wrong("one more");
    assertThat(wrong.mustWait("first")).isFalse();
  }

  private void wrong(String name, int times) {
    for (int i = 0; i < times; i++) {
      wrong.wrong(name);
    }
  }
}
