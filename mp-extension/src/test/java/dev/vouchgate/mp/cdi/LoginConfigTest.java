package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
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
    Weld weld =
        new Weld()
            .disableDiscovery()
            .addExtension(new MpJwtExtension())
            .addExtension(builtIn)
            .addBeanClass(Application.class);

    try (WeldContainer container = weld.initialize()) {
      assertThat(container.isRunning()).isTrue();
      assertThat(builtIn.seen).contains(Dependent.class).doesNotContain(LoginConfig.class);
    }
  }
}
