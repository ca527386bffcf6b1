package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
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

  private static ClassLoader platform() {
    return ClassLoader.getPlatformClassLoader();
  }

  private static URL locationOf(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
