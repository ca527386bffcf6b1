package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.mp.testing.Fake;
import dev.vouchgate.mp.testing.HiddenApis;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bean of two worlds: an enterprise bean where there are any, else a CDI bean. */
class EnterpriseBeanTest {

  /** Guarded. */
  @Stateless
  @Dependent
  @RolesAllowed("admin")
  static class Warehouse {
    String inventory() {
      return "done";
    }
  }

  /** For everybody. */
  @Stateless
  @Dependent
  static class Clock {
    String time() {
      return "noon";
    }
  }

  /** Run where the annotation is unknown to Java, and so not there. */
  public static final class WithoutTheApi implements Runnable {
    @Override
    public void run() {
      try (Application application = Application.of(Warehouse.class)) {
        assertThatThrownBy(() -> application.bean(Warehouse.class).inventory())
            .isInstanceOf(SecurityException.class);
      }
    }
  }

  /** What a container says of a session bean. */
  public static final class SessionBean {
    private final List<Throwable> errors = new ArrayList<>();
    private final AnnotatedType<?> type;

    SessionBean(AnnotatedType<?> type) {
      this.type = type;
    }

    public AnnotatedType<?> getAnnotatedType() {
      return type;
    }

    public AnnotatedType<?> getAnnotatedBeanClass() {
      return type;
    }

    public void addDefinitionError(Throwable error) {
      errors.add(error);
    }
  }

  @Test
  void isACdiBeanThatWeGuardWithoutTheApi() throws Exception {
    HiddenApis.run(WithoutTheApi.class, "jakarta.ejb.");
  }

  @Test
  void stopsTheDeploymentWhereTheApiIsThereAndNoContainer() {
    assertThatThrownBy(() -> Application.of(Warehouse.class))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(Warehouse.class.getName())
        .hasMessageContaining("jakarta.ejb");
  }

  @Test
  void isNoAffairOfOursWithoutSecurityAnnotations() {
    try (Application application = Application.of(Clock.class)) {
      assertThat(application.bean(Clock.class).time()).isEqualTo("noon");
    }
  }

  @Test
  void isLeftToItsOwnContainer() {
    try (Application application = Application.of()) {
      AnnotatedType<?> type =
          application.bean(BeanManager.class).createAnnotatedType(Warehouse.class);
      SessionBean session = new SessionBean(type);
      @SuppressWarnings("unchecked") // it has no type parameter
      ProcessAnnotatedType<Warehouse> discovered = Fake.of(ProcessAnnotatedType.class, session);
      GuardedMethods guarded = new GuardedMethods(new ArchiveModules());

      guarded.bind(discovered);
      guarded.check(Fake.of(ProcessSessionBean.class, session));

      assertThat(session.errors).isEmpty();
    }
  }
}
