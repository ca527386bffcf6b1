package dev.vouchgate.config;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.security.Provider;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Amazon Corretto Crypto Provider, where its jar is on the class path; not registered. */
final class CorrettoProvider {
  static final String NAME = "AmazonCorrettoCryptoProvider";

  private static final String TYPE = "com.amazon.corretto.crypto.provider." + NAME;
  private static final int PATIENCE_SECONDS = 10;

  private CorrettoProvider() {}

  /**
   * The provider, healthy by its own tests.
   *
   * @param loader the application's
   * @return empty if it is not there
   * @throws ReflectiveOperationException if it is and cannot be used
   */
  static Optional<Provider> load(ClassLoader loader) throws ReflectiveOperationException {
    Class<?> type;
    try {
      type = Class.forName(TYPE, false, loader);
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
    Thread current = Thread.currentThread();
    ClassLoader own = current.getContextClassLoader();
    try {
      current.setContextClassLoader(type.getClassLoader());
      Provider provider = instance(type);
      type.getMethod("assertHealthy").invoke(provider);
      return Optional.of(provider);
    } finally {
      current.setContextClassLoader(own);
    }
  }

  /**
   * Its first use starts a thread that never ends, and that keeps hold of its creator's class
   * loader and, before Java 24, of those of all classes on the stack. So it is first used where
   * there are none but the platform's: one application must not be kept for a jar of the server's.
   */
  private static Provider instance(Class<?> type) throws ReflectiveOperationException {
    MethodHandle instance = MethodHandles.publicLookup().findStaticGetter(type, "INSTANCE", type);
    Callable<?> first = MethodHandleProxies.asInterfaceInstance(Callable.class, instance);
    FutureTask<?> use = new FutureTask<>(first);
    ForkJoinPool.commonPool().execute(use);
    try {
      try {
        return (Provider) use.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        use.run(); // The pool has no thread to spare; does nothing if it has begun.
        return (Provider) use.get();
      }
    } catch (ExecutionException e) {
      throw new InvocationTargetException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InvocationTargetException(e);
    }
  }
}
