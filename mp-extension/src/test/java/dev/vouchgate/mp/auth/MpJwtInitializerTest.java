package dev.vouchgate.mp.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.config.SettingsException;
import dev.vouchgate.mp.testing.FakeAuthConfigFactory;
import dev.vouchgate.mp.testing.FakeContext;
import dev.vouchgate.mp.testing.HiddenApis;
import jakarta.annotation.security.RolesAllowed;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.servlet.ServletException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MpJwtInitializerTest {

  @RolesAllowed("user")
  static class Orders {}

  /** Run where Jakarta Authentication is absent. */
  public static final class WithoutAuthentication implements Runnable {
    @Override
    public void run() {
      FakeContext application = new FakeContext();
      try {
        new MpJwtInitializer().onStartup(Set.of(Orders.class), application.context);
      } catch (ServletException e) {
        throw new IllegalStateException(e);
      }
      assertThat(application.declaredRoles).containsExactly("user");
      assertThat(application.listeners).isEmpty();
    }
  }

  /** Run where Jetty hides Jakarta Authentication. */
  public static final class HiddenByJetty implements Runnable {
    @Override
    public void run() {
      FakeContext application = new FakeContext().atRootOfJetty();
      assertThatThrownBy(() -> new MpJwtInitializer().onStartup(Set.of(), application.context))
          .isInstanceOf(ServletException.class)
          .hasCauseInstanceOf(NoClassDefFoundError.class)
          .hasMessageContaining("ee10-jaspi-default-auth-config-factory")
          .hasMessageContaining("jetty.webapp.addHiddenClasses+=,-jakarta.security.auth.message.");
    }
  }

  @Test
  void declaresRolesAndRegistersTheModule() throws Exception {
    FakeAuthConfigFactory factory = new FakeAuthConfigFactory();
    AuthConfigFactory.setFactory(factory);
    FakeContext application = new FakeContext();
    try {
      new MpJwtInitializer().onStartup(Set.of(Orders.class), application.context);
    } finally {
      AuthConfigFactory.setFactory(null);
    }

    assertThat(application.declaredRoles).containsExactly("user");
    assertThat(factory.getConfigProvider("HttpServlet", "server /shop", null)).isNotNull();
  }

  @Test
  void addsTheFilterForEveryDispatch() throws Exception {
    AuthConfigFactory.setFactory(new FakeAuthConfigFactory());
    FakeContext application = new FakeContext();
    try {
      new MpJwtInitializer().onStartup(Set.of(), application.context);
    } finally {
      AuthConfigFactory.setFactory(null);
    }

    assertThat(application.filters).containsExactly("[FORWARD, INCLUDE, REQUEST, ASYNC, ERROR] /*");
  }

  @Test
  void startsWithoutAnyAnnotatedClass() throws Exception {
    AuthConfigFactory.setFactory(new FakeAuthConfigFactory());
    FakeContext application = new FakeContext();
    try {
      new MpJwtInitializer().onStartup(null, application.context);
    } finally {
      AuthConfigFactory.setFactory(null);
    }

    assertThat(application.declaredRoles).isEmpty();
    assertThat(application.listeners).hasSize(1);
  }

  @Test
  void stopsTheDeploymentIfSettingsAreWrong() {
    FakeContext application = new FakeContext().with("vouchgate.clock.ahead", "soon");

    assertThatThrownBy(() -> new MpJwtInitializer().onStartup(Set.of(), application.context))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("vouchgate.clock.ahead");
  }

  @Test
  void startsWhereThereIsNoJakartaAuthentication() throws Exception {
    HiddenApis.run(WithoutAuthentication.class, "jakarta.security.");
  }

  @Test
  void stopsTheDeploymentWhereJettyHidesJakartaAuthentication() throws Exception {
    HiddenApis.run(HiddenByJetty.class, "jakarta.security.");
  }

  @Test
  void stopsTheDeploymentWhereJettyWasStartedWithoutJakartaAuthentication() {
    FakeContext application = new FakeContext().atRootOfJetty();

    assertThatThrownBy(() -> new MpJwtInitializer().onStartup(Set.of(), application.context))
        .isInstanceOf(ServletException.class)
        .hasMessageContaining("getFactory() is null")
        .hasMessageContaining("ee10-jaspi");
  }
}
