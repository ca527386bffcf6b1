package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;
import org.junit.jupiter.api.Test;

class LoginConfigTest {

  @Dependent
  @LoginConfig(authMethod = "MP-JWT", realmName = "TCK-MP-JWT")
  static class Application {}

  /** A container's own MicroProfile JWT, which looks for the annotation. */
  static class BuiltIn implements Extension {
    final Set<Class<? extends Annotation>> seen = new HashSet<>();

    void look(@Observes ProcessManagedBean<Application> event) {
      event.getAnnotatedBeanClass().getAnnotations().forEach(a -> seen.add(a.annotationType()));
    }
  }

  @Test
  void isHiddenFromABuiltInImplementation() {
    BuiltIn builtIn = new BuiltIn();
    SeContainerInitializer cdi =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addExtensions(new MpJwtExtension(), builtIn)
            .addBeanClasses(Application.class);

    try (SeContainer container = cdi.initialize()) {
      assertThat(container.isRunning()).isTrue();
      assertThat(builtIn.seen).contains(Dependent.class).doesNotContain(LoginConfig.class);
    }
  }
}
