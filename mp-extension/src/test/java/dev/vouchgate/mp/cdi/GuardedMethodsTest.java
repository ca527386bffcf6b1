package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.ws.classloading.AppClassLoader;
import dev.vouchgate.mp.testing.Fake;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

/** Whose beans are guarded by whom, where several modules have one CDI container. */
class GuardedMethodsTest {

  /** A bean. */
  static class Bean {
    @RolesAllowed("staff")
    void greet() {}
  }

  @Test
  void guardBeansOfTheirOwnModule() {
    assertThat(GuardedMethods.isAnotherModules(Bean.class)).isFalse();
  }

  @Test
  void leaveBeansToTheModuleThatHasACopyOfItsOwn() throws Exception {
    URL[] module = {locationOf(Bean.class), locationOf(GuardedMethods.class)};
    try (URLClassLoader loader = new URLClassLoader(module, platform())) {
      assertThat(GuardedMethods.isAnotherModules(loader.loadClass(Bean.class.getName()))).isTrue();
    }
  }

  @Test
  void guardBeansThatModulesShare() throws Exception {
    URL[] shared = {locationOf(Bean.class)};
    try (URLClassLoader loader = new URLClassLoader(shared, platform())) {
      assertThat(GuardedMethods.isAnotherModules(loader.loadClass(Bean.class.getName()))).isFalse();
    }
    assertThat(GuardedMethods.isAnotherModules(String.class)).isFalse();
  }

  @Test
  void stopTheDeploymentWhereOpenLibertyWouldLeaveTheBeansOfAnotherModuleOpen() throws Exception {
    GuardedMethods guarded = new GuardedMethods();
    assertThat(guarded.problem(AppClassLoader.class)).isEmpty();

    URL[] module = {locationOf(Bean.class), locationOf(GuardedMethods.class)};
    try (URLClassLoader loader = new URLClassLoader(module, platform())) {
      guarded.bind(found(loader.loadClass(Bean.class.getName())));
    }

    assertThat(guarded.problem(AppClassLoader.class))
        .hasValueSatisfying(
            problem ->
                assertThat(problem)
                    .hasMessageContaining(Bean.class.getName())
                    .hasMessageContaining("Deploy them as WARs"));
    assertThat(guarded.problem(URLClassLoader.class)).isEmpty();
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

  private static ClassLoader platform() {
    return ClassLoader.getPlatformClassLoader();
  }

  private static URL locationOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
