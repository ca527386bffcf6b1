package dev.vouchgate.mp.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.ws.security.jaspi.ProviderRegistry;
import com.ibm.ws.security.javaeesec.AuthProvider;
import com.ibm.ws.security.javaeesec.properties.ModulePropertiesUtils;
import dev.vouchgate.mp.server.OpenLiberty;
import dev.vouchgate.mp.testing.FakeAuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigFactory;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleReference;

/** Whether the application's own mechanism is found in a server made like Open Liberty. */
class OpenLibertyTest {
  private static final String JAKARTA_SECURITY = "io.openliberty.security.jakartasec.2.0.internal";

  @AfterEach
  void withoutMechanism() {
    ModulePropertiesUtils.setMechanism(false);
  }

  @Test
  void givesWhatItWouldRegisterForTheMechanismOfAnApplication() throws Exception {
    ModulePropertiesUtils.setMechanism(true);
    AuthConfigFactory factory = factory(JAKARTA_SECURITY, OpenLibertyTest.class.getClassLoader());

    assertThat(OpenLiberty.mechanism(factory))
        .containsInstanceOf(AuthProvider.class)
        .hasValueSatisfying(found -> assertThat(((AuthProvider) found).factory).isSameAs(factory));
  }

  @Test
  void givesNothingToAnApplicationWithoutMechanism() throws Exception {
    assertThat(
            OpenLiberty.mechanism(
                factory(JAKARTA_SECURITY, OpenLibertyTest.class.getClassLoader())))
        .isEmpty();
  }

  @Test
  void givesNothingWithoutTheFeature() throws Exception {
    ModulePropertiesUtils.setMechanism(true);

    assertThat(OpenLiberty.mechanism(factory("other", OpenLibertyTest.class.getClassLoader())))
        .isEmpty();
  }

  @Test
  void givesNothingWhereTheMechanismIsKeptElsewhere() throws Exception {
    ModulePropertiesUtils.setMechanism(true);

    assertThat(
            OpenLiberty.mechanism(factory(JAKARTA_SECURITY, ClassLoader.getPlatformClassLoader())))
        .isEmpty();
  }

  @Test
  void givesNothingInOtherContainers() {
    ModulePropertiesUtils.setMechanism(true);

    assertThat(OpenLiberty.mechanism(new FakeAuthConfigFactory())).isEmpty();
  }

  @Test
  void forgetsCallersWhereItIsOpenLiberty() throws Exception {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    ObjectName name =
        new ObjectName(
            "WebSphere:service=com.ibm.websphere.security.authentication.cache.DeleteAuthCache");
    Callers callers = new Callers();
    beans.registerMBean(callers, name);
    try {
      OpenLiberty.forgetCallers(new FakeAuthConfigFactory());
      assertThat(callers.cached).hasSize(1);

      OpenLiberty.forgetCallers(new ProviderRegistry());
      assertThat(callers.cached).isEmpty();
    } finally {
      beans.unregisterMBean(name);
    }
  }

  /** What the server lets be forgotten. */
  public interface CallersMBean {
    void removeAllEntries();
  }

  /** The callers that a server has cached. */
  public static final class Callers implements CallersMBean {
    final List<String> cached = new ArrayList<>(List.of("alice"));

    @Override
    public void removeAllEntries() {
      cached.clear();
    }
  }

  /** The factory of a server that has one more bundle, of that name and with those classes. */
  private static AuthConfigFactory factory(String bundle, ClassLoader classes) throws Exception {
    return (AuthConfigFactory)
        new BundleLoader(new Part(bundle, classes))
            .loadClass(ProviderRegistry.class.getName())
            .getConstructor()
            .newInstance();
  }

  /** A bundle that sees itself alone. */
  public record Part(String getSymbolicName, ClassLoader classes) implements Bundle, BundleContext {
    @Override
    public BundleContext getBundleContext() {
      return this;
    }

    @Override
    public Bundle[] getBundles() {
      return new Bundle[] {this};
    }

    @Override
    public Class<?> loadClass(String name) throws ClassNotFoundException {
      return Class.forName(name, true, classes);
    }
  }

  /** Has the factory's class, which belongs to the bundle. */
  private static final class BundleLoader extends ClassLoader implements BundleReference {
    private final Part bundle;

    BundleLoader(Part bundle) {
      super(OpenLibertyTest.class.getClassLoader());
      this.bundle = bundle;
    }

    @Override
    public Bundle getBundle() {
      return bundle;
    }

    @Override
    public Class<?> loadClass(String name) throws ClassNotFoundException {
      return name.equals(ProviderRegistry.class.getName()) ? define(name) : super.loadClass(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.replace('.', '/') + ".class";
      try (InputStream stream = getParent().getResourceAsStream(file)) {
        byte[] code = Optional.ofNullable(stream).orElseThrow().readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
