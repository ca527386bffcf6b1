package dev.vouchgate.filter;

import dev.vouchgate.endpoint.Endpoints;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the filter before everything else in an application that has this jar. */
public final class JwtFilterInitializer implements ServletContainerInitializer {

  /** Creates the initializer; the container does. */
  public JwtFilterInitializer() {}

  /**
   * Builds the gate, so that wrong settings stop the deployment, and registers the filter.
   *
   * @param classes not used
   * @param context the application
   * @throws dev.vouchgate.config.SettingsException if its settings are wrong
   */
  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    BearerAuthenticator authenticator = Doors.open(context);
    context.addListener(new Closing());
    FilterRegistration.Dynamic added = context.addFilter(JwtFilter.NAME, JwtFilter.class);
    if (added != null) {
      added.setAsyncSupported(true);
    }
    mapUnlessMapped(context.getFilterRegistration(JwtFilter.NAME));
    Endpoints.register(
            context,
            authenticator.gate(),
            () -> ContextSources.loader(context),
            authenticator::isCrossSite)
        .forEach(authenticator::leaveOpen);
    Doors.markGuarded(context);
  }

  /** One in web.xml keeps its own mapping; without any it would guard nothing. */
  private static void mapUnlessMapped(FilterRegistration filter) {
    if (isEmpty(filter.getUrlPatternMappings()) && isEmpty(filter.getServletNameMappings())) {
      filter.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    }
  }

  /** Open Liberty knows the mappings that code has added, and says null where there is none. */
  private static boolean isEmpty(@Nullable Collection<String> mappings) {
    return mappings == null || mappings.isEmpty();
  }

  /** Closes the gate when the application stops. */
  private static final class Closing implements ServletContextListener {
    @Override
    public void contextDestroyed(ServletContextEvent event) {
      BearerAuthenticator.close(event.getServletContext());
    }
  }
}
