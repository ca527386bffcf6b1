package dev.vouchgate.filter;

import dev.vouchgate.config.SettingsSource;
import dev.vouchgate.config.StandardSources;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Where an application's settings come from, in order: the filter's init parameters, context
 * parameters, then MicroProfile Config if {@code mp-extension} is there, otherwise the same three
 * standard sources without it.
 */
final class ContextSources {

  private ContextSources() {}

  static SettingsSource of(ServletContext context) {
    ClassLoader loader = loader(context);
    SettingsSource below =
        ServiceLoader.load(SettingsSource.class, loader)
            .findFirst()
            .orElseGet(() -> StandardSources.of(loader));
    return SettingsSource.layered(
        List.of(
            SettingsSource.of(initParameters(context)),
            SettingsSource.of(contextParameters(context)),
            below));
  }

  /** The application's own class loader, which the container also sets on its threads. */
  static ClassLoader loader(ServletContext context) {
    ClassLoader loader = context.getClassLoader();
    return loader == null ? ContextSources.class.getClassLoader() : loader;
  }

  private static Map<String, String> initParameters(ServletContext context) {
    FilterRegistration registration = context.getFilterRegistration(JwtFilter.NAME);
    return registration == null ? Map.of() : registration.getInitParameters();
  }

  /** Only ours: other libraries keep theirs there too. */
  private static Map<String, String> contextParameters(ServletContext context) {
    Map<String, String> parameters = new HashMap<>();
    for (String name : Collections.list(context.getInitParameterNames())) {
      if (name.startsWith("mp.jwt.") || name.startsWith("vouchgate.")) {
        parameters.put(name, context.getInitParameter(name));
      }
    }
    return parameters;
  }
}
