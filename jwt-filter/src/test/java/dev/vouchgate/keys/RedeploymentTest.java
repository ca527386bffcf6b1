package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.TestKeys;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A container that stops an application gets all of it back. */
@Timeout(120)
class RedeploymentTest {

  @Test
  void nothingHoldsTheApplicationOnceItIsClosed() throws Exception {
    try (StubJwksServer server = new StubJwksServer()) {
      server.serve(Jwks.set(TestKeys.rsa("a"), TestKeys.p256("b")));

      WeakReference<ClassLoader> application = runAndStop(server.jwks());

      displaceTheLastRecord();
      CountDownLatch never = new CountDownLatch(1);
      for (int turn = 0; application.get() != null && turn < 300; turn++) {
        System.gc();
        assertThat(never.await(100, TimeUnit.MILLISECONDS)).isFalse();
      }
      assertThat(application.get()).as("the application's class loader").isNull();
    }
  }

  /** The JDK keeps hold of the last record type that it linked equals for, whose-ever it is. */
  private static void displaceTheLastRecord() {
    record Last(Object value) {}
    assertThat(new Last("a")).isEqualTo(new Last("a")).hasSameHashCodeAs(new Last("a"));
  }

  private static WeakReference<ClassLoader> runAndStop(URI address) throws Exception {
    Thread current = Thread.currentThread();
    ClassLoader own = current.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      current.setContextClassLoader(loader);
      Class<?> type = loader.loadClass(RedeployedApplication.class.getName());
      assertThat(type == RedeployedApplication.class).isFalse();
      Callable<?> application = (Callable<?>) type.getConstructor(URI.class).newInstance(address);

      assertThat(application.call()).isEqualTo(2);

      return new WeakReference<>(loader);
    } finally {
      current.setContextClassLoader(own);
    }
  }

  private static URL[] classPath() {
    return Stream.of(RedeployedApplication.class, RemoteKeys.class, JsonFactory.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .toArray(URL[]::new);
  }
}
