package dev.vouchgate.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JavaHomeTest {

  @Test
  void isThisJvmsWhereItsVersionFits() {
    assertThat(JavaHome.ofVersion(Runtime.version().feature())).isEqualTo(JavaHome.current());
  }

  @Test
  void hasACommandThatStartsIt() {
    assertThat(JavaHome.current().command()).isExecutable();
  }

  @Test
  void isWhatThePropertyNames() {
    System.setProperty("java99.home", "named");
    try {
      assertThat(JavaHome.ofVersion(99)).isEqualTo(new JavaHome(Path.of("named")));
    } finally {
      System.clearProperty("java99.home");
    }
  }

  @Test
  void saysHowToNameOneThatIsNotInstalled() {
    assertThatIllegalStateException()
        .isThrownBy(() -> JavaHome.ofVersion(98))
        .withMessageContainingAll("Java 98", "-Djava98.home", "JAVA98_HOME");
  }
}
