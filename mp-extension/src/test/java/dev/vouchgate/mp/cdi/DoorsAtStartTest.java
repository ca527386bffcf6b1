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
          .isThrownBy(() -> start(application, new FakeContext().context))
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

  /** As a CDI container in a servlet container does. */
  private static void start(Application application, ServletContext context) {
    application
        .bean(BeanManager.class)
        .getEvent()
        .select(ServletContext.class, Initialized.Literal.APPLICATION)
        .fire(context);
  }
}
