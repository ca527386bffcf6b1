package dev.vouchgate.mp.cdi;

import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.mp.testing.FakeContext;
import dev.vouchgate.mp.testing.FakeRequest;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An application in a CDI container with a servlet request bean, as servlet containers have one.
 */
final class Application implements AutoCloseable {
  /** Held, or its level would be collected with it. */
  private static final Logger WELD = Logger.getLogger("org.jboss.weld");

  static {
    WELD.setLevel(Level.WARNING);
  }

  final FakeContext context = new FakeContext();

  private final ServletRequests requests = new ServletRequests();
  private final SeContainer container;

  private Application(Class<?>... beans) {
    this.container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addExtensions(new MpJwtExtension(), requests)
            .addBeanClasses(beans)
            .initialize();
  }

  /** Deploys beans, and nothing else. */
  static Application of(Class<?>... beans) {
    return new Application(beans);
  }

  FakeRequest anonymous() {
    return FakeRequest.anonymous(context);
  }

  FakeRequest bearing(String token) {
    return FakeRequest.bearing(context, token);
  }

  <T> T bean(Class<T> type) {
    return container.select(type).get();
  }

  /** Does something during a request, whose caller the gate has been asked about. */
  <T> T during(FakeRequest request, Callable<T> action) throws Exception {
    BearerAuthenticator.of(context.context).authenticate(request.request);
    return unasked(request, action);
  }

  /** Does something during a request, before anybody has asked the gate. */
  <T> T unasked(FakeRequest request, Callable<T> action) throws Exception {
    RequestContextController scope = bean(RequestContextController.class);
    scope.activate();
    requests.begin(request.request);
    try {
      return action.call();
    } finally {
      requests.end();
      scope.deactivate();
    }
  }

  @Override
  public void close() {
    if (container.isRunning()) {
      container.close();
    }
  }
}
