package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.SignatureProviderChosen;
import dev.vouchgate.testing.NativeProvider;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who checks signatures, by the setting and by what is there. */
class CryptoProviderSettingsTest {
  private static final String NAME = "vouchgate.crypto.provider";
  private static final String CORRETTO = "AmazonCorrettoCryptoProvider";
  private static final String WHAT_IT_HAS =
      "[RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA, Ed25519]";

  private final List<SignatureProviderChosen> heard = new ArrayList<>();

  @Test
  void autoIsTheDefaultAndTakesTheNativeProviderOfTheClassPath() {
    assertThat(algorithms(issuerOnly(), ownLoader())).isEqualTo(expected());
    assertThat(algorithms(with("auto"), ownLoader())).isEqualTo(expected());

    assertThat(heard).hasSize(2).allMatch(event -> event.provider().startsWith(CORRETTO));
    assertThat(heard.get(0).algorithms()).hasToString(expected());
    assertThat(heard.get(0).problem().isEmpty()).isEqualTo(NativeProvider.isLoaded());
  }

  @Test
  void jdkLooksForNone() {
    assertThat(algorithms(with("jdk"), failing())).isEqualTo("[]");
    assertThat(heard).isEmpty();
  }

  @Test
  void autoGoesOnWithoutOneThatCannotBeLookedFor() {
    assertThat(algorithms(with("auto"), failing())).isEqualTo("[]");
    assertThat(heard)
        .containsExactly(
            new SignatureProviderChosen(
                CORRETTO, List.of(), "java.lang.IllegalStateException: looked for"));
  }

  @Test
  void autoWithoutOneSaysNothing() {
    assertThat(algorithms(with("auto"), ClassLoader.getPlatformClassLoader())).isEqualTo("[]");
    assertThat(heard).isEmpty();
  }

  @Test
  void aProviderThatTheJvmHasRegisteredIsTakenByItsName() {
    assertThat(algorithms(with("SunEC"), ClassLoader.getPlatformClassLoader()))
        .isEqualTo("[ES256, ES384, ES512, EdDSA, Ed25519]");
    assertThat(heard)
        .containsExactly(
            new SignatureProviderChosen(
                "SunEC " + Security.getProvider("SunEC").getVersionStr(),
                List.of("ES256", "ES384", "ES512", "EdDSA", "Ed25519"),
                ""));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"NoSuchProvider", "AUTO", "sunec-2"})
  void aNameThatIsNobodysStopsTheDeployment(String name) {
    assertThat(with(name).problems())
        .containsExactly(
            NAME
                + ": was "
                + name
                + "; expected auto, jdk, a provider that this JVM has registered, or"
                + " AmazonCorrettoCryptoProvider with its jar for this operating system on the class"
                + " path");
  }

  @Test
  void theNativeProviderByNameMustBeOnTheClassPath() {
    assertThat(problems(with(CORRETTO), ClassLoader.getPlatformClassLoader()))
        .singleElement()
        .asString()
        .startsWith(NAME + ": was AmazonCorrettoCryptoProvider; expected auto, jdk, ");
  }

  @Test
  void aNamedOneWithoutSignaturesStopsTheDeployment() {
    Provider provider = Security.getProvider("SunJCE");
    assertThat(with("SunJCE").problems())
        .containsExactly(
            NAME
                + ": SunJCE "
                + provider.getVersionStr()
                + " cannot be used: it has no signature algorithm; expected one that can, auto or"
                + " jdk");
  }

  @Test
  void aNativeLibraryThatDoesNotLoadStopsOnlyWhomItWasNamedFor() throws Exception {
    withoutItsLibrary(
        loader ->
            assertThat(problems(with(CORRETTO), loader))
                .singleElement()
                .asString()
                .startsWith(NAME + ": AmazonCorrettoCryptoProvider cannot be used: ")
                .contains("native library")
                .endsWith("; expected one that can, auto or jdk"));
    withoutItsLibrary(
        loader -> {
          assertThat(algorithms(with("auto"), loader)).isEqualTo("[]");
          assertThat(heard).hasSize(1);
          assertThat(heard.get(0).algorithms()).isEmpty();
          assertThat(heard.get(0).problem()).contains("native library");
        });
  }

  @Test
  void eachApplicationMayHaveItsOwn() throws Exception {
    for (int application = 0; application < 2; application++) {
      try (URLClassLoader loader = alone()) {
        assertThat(algorithms(with("auto"), loader)).isEqualTo(expected());
      }
    }
  }

  @Test
  void leavesTheJvmAndTheThreadAsTheyWere() throws Exception {
    Thread current = Thread.currentThread();
    ClassLoader own = current.getContextClassLoader();
    Provider[] before = Security.getProviders();
    try (URLClassLoader application = new URLClassLoader(new URL[0], own);
        URLClassLoader server = alone()) {
      current.setContextClassLoader(application);
      assertThat(algorithms(with("auto"), server)).isEqualTo(expected());

      assertThat(current.getContextClassLoader()).isSameAs(application);
      assertThat(Security.getProviders()).containsExactly(before);
      assertThat(Thread.getAllStackTraces().keySet())
          .as("a thread of the server's that keeps the application")
          .noneMatch(thread -> thread != current && thread.getContextClassLoader() == application);
    } finally {
      current.setContextClassLoader(own);
    }
  }

  @Test
  void aProviderOfTheServersKeepsNoApplication() throws Exception {
    try (URLClassLoader server = alone()) {
      WeakReference<ClassLoader> application = runAndStop(server);

      displaceTheLastRecord();
      CountDownLatch never = new CountDownLatch(1);
      for (int turn = 0; application.get() != null && turn < 300; turn++) {
        System.gc();
        assertThat(never.await(20, TimeUnit.MILLISECONDS)).isFalse();
      }
      assertThat(application.get()).as("the application's class loader").isNull();
    }
  }

  /** The JDK keeps hold of the last record type that it linked equals for, whose-ever it is. */
  private static void displaceTheLastRecord() {
    record Last(Object value) {}
    assertThat(new Last("a")).isEqualTo(new Last("a")).hasSameHashCodeAs(new Last("a"));
  }

  private static WeakReference<ClassLoader> runAndStop(ClassLoader server) throws Exception {
    URL[] libraries =
        Stream.of(RedeployedGate.class, Gate.class, JsonFactory.class, Caffeine.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
            .toArray(URL[]::new);
    Thread current = Thread.currentThread();
    ClassLoader own = current.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(libraries, server)) {
      current.setContextClassLoader(loader);
      Class<?> type = loader.loadClass(RedeployedGate.class.getName());
      assertThat(type == RedeployedGate.class).isFalse();

      assertThat(((Callable<?>) type.getConstructor().newInstance()).call()).isEqualTo(expected());
      return new WeakReference<>(loader);
    } finally {
      current.setContextClassLoader(own);
    }
  }

  private static String expected() {
    return NativeProvider.isLoaded() ? WHAT_IT_HAS : "[]";
  }

  private static SettingsUnderTest with(String provider) {
    return issuerOnly().with(NAME, provider);
  }

  private String algorithms(SettingsUnderTest settings, ClassLoader loader) {
    return read(settings, loader).tokens().signatures().algorithms().stream()
        .sorted()
        .map(JwsAlgorithm::toString)
        .toList()
        .toString();
  }

  private List<String> problems(SettingsUnderTest settings, ClassLoader loader) {
    return catchThrowableOfType(SettingsException.class, () -> read(settings, loader)).problems();
  }

  private Settings read(SettingsUnderTest settings, ClassLoader loader) {
    GateListener listener =
        new GateListener() {
          @Override
          public void signatureProviderChosen(SignatureProviderChosen event) {
            heard.add(event);
          }
        };
    return Settings.read(settings.source(), loader, listener);
  }

  private static ClassLoader ownLoader() {
    return CryptoProviderSettingsTest.class.getClassLoader();
  }

  /** As that of an application which is being stopped. */
  private static ClassLoader failing() {
    return new ClassLoader(ownLoader()) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("com.amazon.")) {
          throw new IllegalStateException("looked for");
        }
        return super.loadClass(name, resolve);
      }
    };
  }

  /** Loads the provider anew, as the loader of one application does. */
  private static URLClassLoader alone() {
    URL jar = NativeProvider.JCA.getClass().getProtectionDomain().getCodeSource().getLocation();
    return new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
  }

  /** As if the jar were one for another kind of machine. */
  private static void withoutItsLibrary(Consumer<ClassLoader> test) throws Exception {
    String property = "com.amazon.corretto.crypto.provider.useExternalLib";
    String before = System.setProperty(property, "true");
    try (URLClassLoader loader = alone()) {
      test.accept(loader);
    } finally {
      if (before == null) {
        System.clearProperty(property);
      }
    }
  }
}
