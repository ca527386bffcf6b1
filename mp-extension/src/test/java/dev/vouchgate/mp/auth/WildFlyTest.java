package dev.vouchgate.mp.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.mp.testing.FakeAuthConfigFactory;
import dev.vouchgate.mp.testing.FakeContext;
import jakarta.security.auth.message.config.AuthConfigFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wildfly.security.auth.jaspi.ElytronAuthConfigFactory;
import org.wildfly.security.auth.server.SecurityDomain;

class WildFlyTest {
  private final FakeContext application = new FakeContext();
  private final ClassLoader loader = application.getClassLoader();

  @BeforeEach
  void registerApplication() {
    SecurityDomain.KEPT.add(loader);
  }

  @AfterEach
  void forget() {
    SecurityDomain.KEPT.clear();
    AuthConfigFactory.setFactory(null);
  }

  @Test
  void forgetsTheClassesOfAnApplicationThatStops() {
    startAndStop(new ElytronAuthConfigFactory());

    assertThat(SecurityDomain.KEPT).isEmpty();
  }

  @Test
  void isNotToldWhereItIsNotWildFly() {
    startAndStop(new FakeAuthConfigFactory());

    assertThat(SecurityDomain.KEPT).containsOnly(loader);
  }

  private void startAndStop(AuthConfigFactory factory) {
    AuthConfigFactory.setFactory(factory);
    AuthModuleRegistration.join(application.context, BearerAuthenticator.of(application.context));
    application.initialize();
    application.destroy();
  }
}
