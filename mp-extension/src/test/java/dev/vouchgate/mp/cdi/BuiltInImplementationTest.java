package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.auth.mechanism.JWTHttpAuthenticationMechanism;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.Test;

class BuiltInImplementationTest {

  /** An application's bean of the same scope. */
  @ApplicationScoped
  static class Orders {}

  @Test
  void isABeanWithoutUs() {
    try (SeContainer container = weld().initialize()) {
      assertThat(container.select(JWTHttpAuthenticationMechanism.class).isResolvable()).isTrue();
    }
  }

  @Test
  void isNoBeanWithUs() {
    try (SeContainer container = weld().addExtension(new MpJwtExtension()).initialize()) {
      assertThat(container.select(JWTHttpAuthenticationMechanism.class).isUnsatisfied()).isTrue();
      assertThat(container.select(Orders.class).isResolvable()).isTrue();
    }
  }

  private static Weld weld() {
    return new Weld()
        .disableDiscovery()
        .addBeanClass(JWTHttpAuthenticationMechanism.class)
        .addBeanClass(Orders.class);
  }
}
