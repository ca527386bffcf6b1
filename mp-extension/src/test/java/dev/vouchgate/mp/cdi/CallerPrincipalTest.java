package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.mp.testing.FakeRequest;
import dev.vouchgate.mp.testing.HiddenApis;
import dev.vouchgate.mp.testing.TestTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.UnsatisfiedResolutionException;
import jakarta.inject.Inject;
import java.security.Principal;
import org.junit.jupiter.api.Test;

/** The Principal to be injected, where the CDI container has none of its own. */
class CallerPrincipalTest {

  /** Outlives the requests. */
  @ApplicationScoped
  static class Desk {
    @Inject Principal caller;

    String caller() {
      return String.valueOf(caller.getName());
    }
  }

  /** Run where Weld is started by somebody who brings it the Principal. */
  public static final class OtherContainer implements Runnable {
    @Override
    public void run() {
      try (Application application = Application.of()) {
        assertThatThrownBy(() -> application.bean(Principal.class))
            .isInstanceOf(UnsatisfiedResolutionException.class);
      }
    }
  }

  @Test
  void isWhoeverCallsWhenItIsAsked() throws Exception {
    try (Application application = Application.of(Desk.class)) {
      Desk desk = application.bean(Desk.class);

      assertThat(application.during(application.bearing(TestTokens.alice()), desk::caller))
          .isEqualTo("alice");
      assertThat(application.during(application.anonymous(), desk::caller)).isEqualTo("null");
      assertThat(desk.caller()).isEqualTo("null");
    }
  }

  @Test
  void isTheContainersCallerWhoBringsNoToken() throws Exception {
    try (Application application = Application.of(Desk.class)) {
      FakeRequest bob = application.anonymous();
      bob.principal = () -> "bob";

      assertThat(application.during(bob, application.bean(Desk.class)::caller)).isEqualTo("bob");
    }
  }

  @Test
  void isLeftToAContainerThatHasOne() throws Exception {
    HiddenApis.run(OtherContainer.class, "org.jboss.weld.environment.servlet.");
  }
}
