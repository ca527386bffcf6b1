package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.HttpCall.Answered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who calls, as a servlet sees it in a container that knows nothing of tokens. */
class CallerTest {
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();

  @BeforeAll
  static void deploy() {
    TOMCAT.deploy(
        "/shop",
        new TestApplication().settings(Live.SETTINGS).servlet("/caller", new CallerServlet()));
  }

  @AfterAll
  static void end() {
    TOMCAT.close();
  }

  @Test
  void isTheTokensUser() {
    assertThat(TOMCAT.get("/shop/caller").token(Live.user()).send().body())
        .isEqualTo(
            "jdoe@example.com|jdoe@example.com|MP-JWT|user=true|admin=false|*=false|**=true|=false");
  }

  @Test
  void isNobodyWithoutAToken() {
    Answered answer = TOMCAT.get("/shop/caller").send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("nobody|null|null|user=false|admin=false|*=false|**=false|=false");
  }
}
