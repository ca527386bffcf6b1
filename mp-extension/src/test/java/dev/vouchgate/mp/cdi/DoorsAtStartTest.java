package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.vouchgate.filter.Doors;
import dev.vouchgate.mp.testing.FakeContext;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.servlet.ServletContext;
import org.junit.jupiter.api.Test;

/**
 * An application whose container has called no initializer: it would be open, as configured or not.
 */
class DoorsAtStartTest {

  @Test
  void stopsAnApplicationThatNobodyGuards() {
    try (Application application = Application.of()) {
      assertThatIllegalStateException()
          .isThrownBy(() -> start(application, new FakeContext().pastInitializers().context))
          .withMessageContaining("/shop/")
          .withMessageContaining("<absolute-ordering>");
    }
  }

  @Test
  void letsAGuardedApplicationStart() {
    try (Application application = Application.of()) {
      ServletContext guarded = new FakeContext().context;
      Doors.markGuarded(guarded);

      assertThatCode(() -> start(application, guarded)).doesNotThrowAnyException();
    }
  }

  /** CDI itself may be started by an initializer, and ours be called after it. */
  @Test
  void waitsForInitializersThatAreStillToBeCalled() {
    try (Application application = Application.of()) {
      FakeContext starting = new FakeContext();
      start(application, starting.context);

      Doors.markGuarded(starting.context);

      assertThatCode(starting::initialize).doesNotThrowAnyException();
    }
  }

  @Test
  void doesNotWaitForever() {
    try (Application application = Application.of()) {
      FakeContext starting = new FakeContext();
      start(application, starting.context);

      assertThatIllegalStateException()
          .isThrownBy(starting::initialize)
          .withMessageContaining("<absolute-ordering>");
    }
  }

  /** As a CDI container in a servlet container does. */
  private static void start(Application application, ServletContext context) {
    application
        .bean(BeanManager.class)
        .getEvent()
        .select(ServletContext.class, Initialized.Literal.APPLICATION)
        .fire(context);
  }
}
