package dev.vouchgate.mp.auth;

import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.filter.Doors;
import dev.vouchgate.mp.cdi.DispatchFilter;
import dev.vouchgate.mp.server.Jetty;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.auth.LoginConfig;
import org.jspecify.annotations.Nullable;

/**
 * Joins an application to its container's security: declares its roles, registers the
 * authentication module, and lets beans know the caller at every dispatch.
 *
 * <p>Where the container has no Jakarta Authentication, the servlet filter, the REST feature and
 * the CDI interceptor guard alone, and the log says so; the container's own constraints then have
 * nobody who could prove a caller, and refuse.
 */
@HandlesTypes({LoginConfig.class, RolesAllowed.class, DeclareRoles.class})
public final class MpJwtInitializer implements ServletContainerInitializer {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  /** The name that the filter for beans is registered by. */
  private static final String DISPATCH_FILTER = "vouchgate-dispatch";

  /** Creates the initializer; the container does. */
  public MpJwtInitializer() {}

  /**
   * Declares the roles, registers the module, and adds the filter that follows dispatches.
   *
   * @param classes those that have one of the annotations; null if none has
   * @param context the application
   * @throws dev.vouchgate.config.SettingsException if its settings are wrong
   * @throws ServletException if Jetty hides Jakarta Authentication
   */
  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context)
      throws ServletException {
    Set<String> roles = DeclaredRoles.in(classes == null ? Set.of() : classes);
    context.declareRoles(roles.toArray(String[]::new));
    BearerAuthenticator authenticator = Doors.open(context);
    followDispatches(context);
    try {
      // In a class of its own: the API may be absent.
      AuthModuleRegistration.join(context, authenticator);
      Doors.markGuarded(context);
    } catch (NoClassDefFoundError | SecurityException | IllegalStateException e) {
      if (Jetty.runs(context)) {
        throw Jetty.withoutAuthentication(e);
      }
      LOG.log(
          Level.WARNING,
          "Container security is not joined in "
              + context.getContextPath()
              + "/: this container offers no Jakarta Authentication ("
              + e
              + "). The servlet filter, REST resources and CDI beans are guarded; constraints of"
              + " web.xml and @ServletSecurity let nobody in.");
    }
  }

  private static void followDispatches(ServletContext context) {
    FilterRegistration.Dynamic added = context.addFilter(DISPATCH_FILTER, new DispatchFilter());
    // Null where the application has a filter of that name.
    if (added != null) {
      added.setAsyncSupported(true);
      added.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    }
  }
}
