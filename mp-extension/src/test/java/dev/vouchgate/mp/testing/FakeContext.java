package dev.vouchgate.mp.testing;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.EventListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An application, as far as a gate and its doors look at one; trusts {@link TestTokens}. */
public final class FakeContext {
  public final Set<String> declaredRoles = new TreeSet<>();
  public final List<EventListener> listeners = new ArrayList<>();

  /** What filters are mapped to, such as {@code [ASYNC] /*}. */
  public final List<String> filters = new ArrayList<>();

  public final ServletContext context = Fake.of(ServletContext.class, this);

  private boolean takesListeners = true;
  private String serverInfo = "fake/1.0";
  private String virtualServerName = "server";
  private String contextPath = "/shop";
  private final Map<String, Object> attributes = new HashMap<>();
  private final Map<String, String> parameters = new HashMap<>(TestTokens.SETTINGS);

  /** Sets one of the application's settings. */
  public FakeContext with(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  /** Lets Jetty run the application, at the root. */
  public FakeContext atRootOfJetty() {
    serverInfo = "jetty/12.1.12";
    virtualServerName = null;
    contextPath = "";
    return this;
  }

  /** All initializers have been called. */
  public FakeContext pastInitializers() {
    takesListeners = false;
    return this;
  }

  /** Starts the listeners that were added. */
  public void initialize() {
    ServletContextEvent event = new ServletContextEvent(context);
    listeners.forEach(listener -> ((ServletContextListener) listener).contextInitialized(event));
  }

  /** Ends the listeners that were added. */
  public void destroy() {
    ServletContextEvent event = new ServletContextEvent(context);
    listeners.forEach(listener -> ((ServletContextListener) listener).contextDestroyed(event));
  }

  public String getServerInfo() {
    return serverInfo;
  }

  public String getVirtualServerName() {
    return virtualServerName;
  }

  public String getContextPath() {
    return contextPath;
  }

  public ClassLoader getClassLoader() {
    return FakeContext.class.getClassLoader();
  }

  public FilterRegistration.Dynamic addFilter(String name, Filter filter) {
    return Fake.of(FilterRegistration.Dynamic.class, new Mappings(filters));
  }

  public FilterRegistration getFilterRegistration(String name) {
    return null;
  }

  public Enumeration<String> getInitParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }

  public String getInitParameter(String name) {
    return parameters.get(name);
  }

  public Object getAttribute(String name) {
    return attributes.get(name);
  }

  public void setAttribute(String name, Object value) {
    attributes.put(name, value);
  }

  public void removeAttribute(String name) {
    attributes.remove(name);
  }

  public void declareRoles(String... roles) {
    Collections.addAll(declaredRoles, roles);
  }

  public <T extends EventListener> void addListener(T listener) {
    if (!takesListeners) {
      throw new IllegalArgumentException("not in an initializer");
    }
    listeners.add(listener);
  }

  /** How filters are registered; all of them must be for asynchronous requests too. */
  public record Mappings(List<String> all) {
    public void setAsyncSupported(boolean supported) {
      if (!supported) {
        throw new IllegalArgumentException("a filter that is not for asynchronous requests");
      }
    }

    public void addMappingForUrlPatterns(
        EnumSet<DispatcherType> types, boolean after, String... patterns) {
      all.add(types + " " + String.join(" ", patterns));
    }
  }
}
