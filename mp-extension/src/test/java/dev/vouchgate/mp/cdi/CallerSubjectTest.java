package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.mp.caller.ContainerCaller;
import dev.vouchgate.mp.testing.FakeRequest;
import dev.vouchgate.mp.testing.HiddenApis;
import dev.vouchgate.mp.testing.TestTokens;
import jakarta.security.jacc.PolicyContext;
import java.security.Principal;
import java.util.List;
import javax.security.auth.Subject;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

/** Whom Jakarta Authorization's PolicyContext takes for the caller, with no container behind it. */
class CallerSubjectTest {

  /** Run with classes of its own: what is registered stays as long as they do. */
  public static final class Asking implements Runnable {
    @Override
    public void run() {
      try (Application first = Application.of()) {
        assertThat(PolicyContext.getHandlerKeys().contains(ContainerCaller.SUBJECT)).isTrue();
        assertThat(subject(first, first.anonymous())).isNull();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      try (Application second = Application.of()) {
        Object subject = subject(second, second.bearing(TestTokens.alice()));

        assertThat(((Subject) subject).getPrincipals(JsonWebToken.class))
            .extracting(Principal::getName)
            .containsExactly("alice");
        Object outside = PolicyContext.getContext(ContainerCaller.SUBJECT);
        assertThat(outside).isNull();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private static Object subject(Application application, FakeRequest request) throws Exception {
      return application.during(request, () -> PolicyContext.getContext(ContainerCaller.SUBJECT));
    }
  }

  @Test
  void isTheCallerOfTheRequestThatIsServed() throws Exception {
    HiddenApis.run(Asking.class, "nothing is hidden");
  }

  @Test
  void isTheCallerInEachApplicationOfAServerWithTheApiAndNobodyBehindIt() throws Exception {
    // The second finds the handler of the first, which is gone.
    HiddenApis.runInOneServer("jakarta.security.jacc.", List.of(Asking.class, Asking.class));
  }
}
