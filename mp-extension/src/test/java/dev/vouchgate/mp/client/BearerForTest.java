package dev.vouchgate.mp.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.client.OutboundTokens;
import dev.vouchgate.client.TokenUnavailableException;
import dev.vouchgate.filter.Doors;
import dev.vouchgate.mp.cdi.MpJwtExtension;
import dev.vouchgate.mp.testing.FakeContext;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.inject.UnsatisfiedResolutionException;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.servlet.ServletContext;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jboss.resteasy.microprofile.client.RestClientListeners;
import org.junit.jupiter.api.Test;

class BearerForTest {
  private static final URI HERE = URI.create("http://127.0.0.1/");

  @BearerFor("orders")
  private interface Orders {}

  private interface Anybody {}

  private final List<Object> registered = new ArrayList<>();
  private final RestClientBuilder builder =
      (RestClientBuilder)
          Proxy.newProxyInstance(
              BearerForTest.class.getClassLoader(),
              new Class<?>[] {RestClientBuilder.class},
              (self, method, arguments) -> {
                registered.add(method.getName());
                registered.addAll(List.of(arguments));
                return self;
              });

  private static SeContainer cdi() {
    return SeContainerInitializer.newInstance()
        .disableDiscovery()
        .addExtensions(new MpJwtExtension())
        .addBeanClasses(BearerForTest.class)
        .initialize();
  }

  @Test
  void isFoundOnClientsThatAreMade() {
    RestClientListener listener =
        ServiceLoader.load(RestClientListener.class).findFirst().orElseThrow();
    try (SeContainer cdi = cdi()) {
      listener.onNewClient(Anybody.class, builder);
      assertThat(registered).isEmpty();

      listener.onNewClient(Orders.class, builder);
      assertThat(registered).hasSize(3).startsWith("register").endsWith(1000);
      assertThat(registered.get(1)).isInstanceOf(BearerTokens.class);
      assertThat(cdi.isRunning()).isTrue();
    }
  }

  @Test
  void isNotKeptBeyondTheApplication() {
    RestClientListener listener = new BearerForListener();
    RestClientListeners.remember(listener);
    assertThat(RestClientListeners.applications()).isEqualTo(1);

    listener.onNewClient(Anybody.class, builder);

    assertThat(RestClientListeners.applications()).isZero();
  }

  @Test
  void callsWithWhatTheApplicationsGateHas() {
    try (SeContainer cdi = cdi()) {
      CallingApplication application = CallingApplication.current();
      assertThatThrownBy(application::tokens).isInstanceOf(UnsatisfiedResolutionException.class);

      ServletContext context = new FakeContext().context;
      Doors.markGuarded(context);
      cdi.getBeanManager()
          .getEvent()
          .select(ServletContext.class, Initialized.Literal.APPLICATION)
          .fire(context);

      OutboundTokens tokens = application.tokens();
      assertThat(application.tokens()).isSameAs(tokens);
      assertThatThrownBy(() -> tokens.token("orders", HERE, Optional::empty))
          .isInstanceOf(TokenUnavailableException.class)
          .hasMessageContaining("nothing says where tokens for orders come from");
      assertThat(application.caller()).isEmpty();
    }
  }

  @Test
  void needsCdi() {
    assertThatIllegalStateException().isThrownBy(() -> BearerTokens.forService("orders"));
  }
}
