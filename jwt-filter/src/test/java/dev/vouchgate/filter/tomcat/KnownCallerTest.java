package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.realm.GenericPrincipal;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A container that has proven a caller in its own way before the filter is asked. */
class KnownCallerTest {
  private static final TomcatUnderTest TOMCAT = new TomcatUnderTest();

  /** Proves whom the header {@code Known} names, with the role {@code known}. */
  static final class Knowing extends ValveBase {
    Knowing() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      String name = request.getHeader("Known");
      if (name != null) {
        request.setUserPrincipal(new GenericPrincipal(name, List.of("admin")));
        request.setAuthType("KNOWN");
      }
      getNext().invoke(request, response);
    }
  }

  @BeforeAll
  static void deploy() {
    TOMCAT
        .deploy(
            "/shop",
            new TestApplication()
                .settings(
                    Live.SETTINGS
                        + "vouchgate.policy.mine.paths=/mine\nvouchgate.policy.mine.roles=**\n")
                .servlet("/caller", new CallerServlet())
                .servlet("/forward", Dispatching.forward())
                .servlet("/mine", new CallerServlet()))
        .getPipeline()
        .addValve(new Knowing());
  }

  @AfterAll
  static void end() {
    TOMCAT.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/shop/caller", "/shop/forward?to=/caller"})
  void keepsTheContainersCallerAndAddsTheTokensRolesIfItIsTheSame(String target) {
    assertThat(
            TOMCAT.get(target).header("Known: jdoe@example.com").token(Live.user()).send().body())
        .isEqualTo(
            "jdoe@example.com|jdoe@example.com|KNOWN|user=true|admin=true|*=false|**=true|=false");
  }

  @Test
  void putsTheTokensCallerInPlaceOfAnother() {
    assertThat(
            TOMCAT.get("/shop/caller").header("Known: somebody").token(Live.user()).send().body())
        .startsWith("jdoe@example.com|jdoe@example.com|MP-JWT|user=true|admin=false|");
  }

  @Test
  void leavesTheContainersCallerAloneWithoutAToken() {
    assertThat(TOMCAT.get("/shop/caller").header("Known: somebody").send().body())
        .startsWith("somebody|somebody|KNOWN|user=false|admin=true|");
  }

  @Test
  void wantsATokenWhereAPolicyNamesThePath() {
    assertThat(TOMCAT.get("/shop/mine").header("Known: somebody").send().status()).isEqualTo(401);
  }
}
