package dev.vouchgate.mp.auth;

import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.mp.server.Jetty;
import dev.vouchgate.mp.server.OpenLiberty;
import dev.vouchgate.mp.server.WildFly;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigFactory.RegistrationContext;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The registration of an application's authentication module with its container (Jakarta
 * Authentication 3.0 §3.8): made when the application starts, taken back when it stops.
 *
 * <p>An application may have a mechanism of its own, which is registered for the same application
 * before us or after us; it keeps the requests without a bearer token. So we look twice, and wrap
 * whatever has been registered meanwhile.
 */
final class AuthModuleRegistration implements ServletContextListener {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  /** The message layer of servlets. */
  static final String LAYER = "HttpServlet";

  private final AuthConfigFactory factory;
  private final BearerAuthenticator authenticator;
  private final String appContext;

  AuthModuleRegistration(
      AuthConfigFactory factory, BearerAuthenticator authenticator, String appContext) {
    this.factory = factory;
    this.authenticator = authenticator;
    this.appContext = appContext;
  }

  /**
   * Registers the module now and again when the application's own listeners have run, until the
   * application stops.
   *
   * @throws SecurityException if the container's factory cannot be had
   * @throws IllegalStateException if there is none
   */
  static void join(ServletContext context, BearerAuthenticator authenticator) {
    AuthConfigFactory factory = AuthConfigFactory.getFactory();
    if (factory == null) {
      throw new IllegalStateException("AuthConfigFactory.getFactory() is null");
    }
    AuthModuleRegistration registration =
        new AuthModuleRegistration(factory, authenticator, appContext(context));
    registration.register();
    context.addListener(registration);
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    if (isOurs(factory.getConfigProvider(LAYER, appContext, null))) {
      OpenLiberty.mechanism(factory).ifPresent(own -> register(Optional.of(own)));
    } else {
      register();
    }
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    AuthConfigProvider present = factory.getConfigProvider(LAYER, appContext, null);
    if (isOurs(present)) {
      idOf(present).ifPresent(factory::removeRegistration);
    }
    OpenLiberty.forgetCallers(factory);
    WildFly.forget(factory, event.getServletContext().getClassLoader());
  }

  void register() {
    AuthConfigProvider present = factory.getConfigProvider(LAYER, appContext, null);
    if (isOurs(present)) {
      return;
    }
    register(Optional.ofNullable(present).filter(this::isForeign));
  }

  private void register(Optional<AuthConfigProvider> mechanism) {
    mechanism.ifPresent(
        own ->
            LOG.log(
                Level.INFO,
                "Requests without a bearer token to \"{0}\" go to {1}.",
                appContext,
                own.getClass().getName()));
    factory.registerConfigProvider(
        new BearerAuthConfigProvider(authenticator, mechanism), LAYER, appContext, "Vouchgate");
  }

  /** The application's identifier (Jakarta Authentication 3.0 §3.8.1), or what Jetty has for it. */
  private static String appContext(ServletContext context) {
    return Jetty.runs(context)
        ? Jetty.appContext(context)
        : context.getVirtualServerName() + " " + context.getContextPath();
  }

  private boolean isOurs(@Nullable AuthConfigProvider provider) {
    return provider instanceof BearerAuthConfigProvider own && own.isFor(authenticator);
  }

  /**
   * Whether it is for this application alone, and not one of ours that an earlier deployment left
   * behind.
   */
  private boolean isForeign(AuthConfigProvider provider) {
    return !provider.getClass().getName().equals(BearerAuthConfigProvider.class.getName())
        && idOf(provider).isPresent();
  }

  private Optional<String> idOf(AuthConfigProvider provider) {
    for (String id : factory.getRegistrationIDs(provider)) {
      RegistrationContext registered = factory.getRegistrationContext(id);
      if (registered != null
          && LAYER.equals(registered.getMessageLayer())
          && appContext.equals(registered.getAppContext())) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }
}
