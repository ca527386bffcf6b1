package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.ws.classloading.AppClassLoader;
import dev.vouchgate.mp.testing.Fake;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose beans are guarded by whom, where several modules have one CDI container. */
class ArchiveModulesTest {
  private final ArchiveModules modules = new ArchiveModules();
  private final URLClassLoader module =
      loader(locationOf(Bean.class), locationOf(ArchiveModules.class));
  private final URLClassLoader shared = loader(locationOf(Bean.class));

  /** A bean. */
  static class Bean {
    @RolesAllowed("staff")
    void greet() {}
  }

  @AfterEach
  void closeLoaders() throws Exception {
    module.close();
    shared.close();
  }

  @Test
  void leaveBeansToTheModuleThatHasACopyOfItsOwn() throws Exception {
    assertThat(modules.isAnothers(Bean.class)).isFalse();
    assertThat(modules.isAnothers(bean(module))).isTrue();
  }

  @Test
  void guardBeansThatModulesShare() throws Exception {
    assertThat(modules.isAnothers(bean(shared))).isFalse();
    assertThat(modules.isAnothers(String.class)).isFalse();
  }

  @Test
  void stopTheDeploymentWhereOpenLibertyWouldLeaveTheBeansOfAnotherModuleOpen() throws Exception {
    assertThat(modules.problem(AppClassLoader.class)).isEmpty();

    new GuardedMethods(modules).bind(found(bean(module)));
    modules.found(module.loadClass(RolesAllowedInterceptor.class.getName()));

    assertThat(modules.problem(AppClassLoader.class))
        .hasValueSatisfying(
            problem ->
                assertThat(problem)
                    .hasMessageContaining("cannot guard " + Bean.class.getName())
                    .hasMessageContaining("Deploy them as WARs"));
    assertThat(modules.problem(URLClassLoader.class)).isEmpty();
  }

  @Test
  void stopTheDeploymentWhereAnotherModulesExtensionIsNotLoaded() throws Exception {
    modules.found(Bean.class);
    assertThat(modules.problem(URLClassLoader.class)).isEmpty();

    modules.found(bean(module));

    assertThat(modules.problem(URLClassLoader.class))
        .hasValueSatisfying(
            problem ->
                assertThat(problem)
                    .hasMessageContaining("cannot serve " + Bean.class.getName())
                    .hasMessageContaining("Deploy the modules as WARs"));

    modules.found(module.loadClass(RolesAllowedInterceptor.class.getName()));
    assertThat(modules.problem(URLClassLoader.class)).isEmpty();
  }

  private static ProcessAnnotatedType<?> found(Class<?> bean) {
    return Fake.of(ProcessAnnotatedType.class, new Found(bean));
  }

  /** A class as a CDI container has found it. */
  public record Found(Class<?> getJavaClass) {
    public AnnotatedType<?> getAnnotatedType() {
      return Fake.of(AnnotatedType.class, this);
    }
  }

  private static Class<?> bean(ClassLoader loader) throws ClassNotFoundException {
    return loader.loadClass(Bean.class.getName());
  }

  /** A loader of its own, but for the APIs. */
  private static URLClassLoader loader(URL... classes) {
    return new URLClassLoader(classes, new ApiOnly());
  }

  private static URL locationOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  /** The classes of Jakarta's APIs, and the platform's. */
  private static final class ApiOnly extends ClassLoader {
    ApiOnly() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("jakarta.")) {
        return ArchiveModulesTest.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
