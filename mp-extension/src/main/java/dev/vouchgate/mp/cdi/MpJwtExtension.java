package dev.vouchgate.mp.cdi;

import dev.vouchgate.mp.caller.ContainerCaller;
import dev.vouchgate.mp.caller.CurrentCaller;
import dev.vouchgate.mp.server.Presence;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import org.eclipse.microprofile.auth.LoginConfig;
import org.jspecify.annotations.Nullable;

/** Brings MicroProfile JWT 2.1 into an application's CDI container. */
public class MpJwtExtension implements Extension {
  private final ArchiveModules modules = new ArchiveModules();
  private final GuardedMethods guarded = new GuardedMethods(modules);
  private @Nullable CurrentCaller caller;
  private volatile @Nullable ServletContext application;

  /** Creates the extension; the container does. */
  public MpJwtExtension() {}

  void addInterceptor(@Observes BeforeBeanDiscovery event) {
    event.addInterceptorBinding(Guarded.class);
    event.addAnnotatedType(RolesAllowedInterceptor.class, RolesAllowedInterceptor.class.getName());
  }

  /** It is what switches a container's own MicroProfile JWT on, which would stand beside us. */
  <T> void removeLoginConfig(
      @Observes @WithAnnotations(LoginConfig.class) ProcessAnnotatedType<T> event) {
    event.configureAnnotatedType().remove(found -> found.annotationType() == LoginConfig.class);
  }

  <T> void vetoBuiltIn(
      @Observes
          @WithAnnotations({
            ApplicationScoped.class,
            RequestScoped.class,
            Dependent.class,
            Inject.class,
            Produces.class
          })
          ProcessAnnotatedType<T> event) {
    BuiltInImplementation.veto(event);
  }

  <T> void guard(
      @Observes @WithAnnotations({RolesAllowed.class, PermitAll.class, DenyAll.class})
          ProcessAnnotatedType<T> event) {
    guarded.bind(event);
  }

  <T> void checkGuarded(@Observes ProcessManagedBean<T> event) {
    guarded.check(event);
  }

  void checkModules(@Observes AfterDeploymentValidation event) {
    modules
        .problem(MpJwtExtension.class.getClassLoader().getClass())
        .ifPresent(event::addDeploymentProblem);
  }

  <T, X> void check(@Observes ProcessInjectionPoint<T, X> event, BeanManager beans) {
    modules.found(event.getInjectionPoint().getMember().getDeclaringClass());
    try {
      ClaimInjectionPoint.check(event.getInjectionPoint(), beans);
    } catch (DefinitionException e) {
      event.addDefinitionError(e);
    }
  }

  void addBeans(@Observes AfterBeanDiscovery event, BeanManager beans) {
    CurrentCaller current = new CurrentCaller(beans);
    caller = current;
    event.addContext(new CallerContext());
    ClaimBeans.all(beans, current).forEach(event::addBean);
    event.addBean(IssuerBean.of(this));
    if (CallerPrincipal.isMissing()) {
      event.addBean(ClaimBeans.principal(current));
    }
    if (Presence.of(ContainerCaller.POLICY_CONTEXT)) {
      CallerSubject.supplyIfMissing();
    }
  }

  /** Lets the application not start if nobody guards it. */
  void requireDoor(@Observes @Initialized(ApplicationScoped.class) ServletContext started) {
    application = started;
    DoorCheck.start(started);
  }

  GuardedMethods guarded() {
    return guarded;
  }

  /** The application; Payara does not tell of its start, but has a bean of it. */
  public ServletContext application() {
    ServletContext started = application;
    return started == null ? CDI.current().select(ServletContext.class).get() : started;
  }

  /** Who calls. */
  public CurrentCaller caller() {
    if (caller == null) {
      throw new IllegalStateException("asked for the caller before beans were discovered");
    }
    return caller;
  }
}
