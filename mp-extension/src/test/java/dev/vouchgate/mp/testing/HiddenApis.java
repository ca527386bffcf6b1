package dev.vouchgate.mp.testing;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A container that lacks some APIs: the class path once more, without them. */
public final class HiddenApis {

  private HiddenApis() {}

  /**
   * Runs a task where classes are absent.
   *
   * @param task has a public constructor without parameters
   * @param prefixes what the absent classes' names begin with
   */
  public static void run(Class<? extends Runnable> task, String... prefixes) throws Exception {
    run(ClassLoader.getPlatformClassLoader(), task, prefixes);
  }

  /**
   * Runs tasks one after the other, each with classes of its own but for some that all share, as
   * applications of one server do.
   *
   * @param shared what the shared classes' names begin with
   * @param tasks have public constructors without parameters
   */
  public static void runInOneServer(String shared, List<Class<? extends Runnable>> tasks)
      throws Exception {
    try (URLClassLoader server = new Only(classPath(), shared)) {
      for (Class<? extends Runnable> task : tasks) {
        run(server, task);
      }
    }
  }

  private static void run(ClassLoader parent, Class<? extends Runnable> task, String... prefixes)
      throws Exception {
    try (URLClassLoader loader = new WithoutThem(classPath(), parent, prefixes)) {
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      thread.setContextClassLoader(loader);
      try {
        ((Runnable) loader.loadClass(task.getName()).getConstructor().newInstance()).run();
      } finally {
        thread.setContextClassLoader(before);
      }
    }
  }

  private static URL[] classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(HiddenApis::url)
        .toArray(URL[]::new);
  }

  private static URL url(String entry) {
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(entry, e);
    }
  }

  private static final class WithoutThem extends URLClassLoader {
    private final String[] prefixes;

    WithoutThem(URL[] path, ClassLoader parent, String... prefixes) {
      super(path, parent);
      this.prefixes = prefixes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (Arrays.stream(prefixes).anyMatch(name::startsWith)) {
        throw new ClassNotFoundException(name + " is hidden");
      }
      return super.findClass(name);
    }
  }

  private static final class Only extends URLClassLoader {
    private final String prefix;

    Only(URL[] path, String prefix) {
      super(path, ClassLoader.getPlatformClassLoader());
      this.prefix = prefix;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (!name.startsWith(prefix)) {
        throw new ClassNotFoundException(name + " is not the server's");
      }
      return super.findClass(name);
    }

    @Override
    public @Nullable URL findResource(String name) {
      return null;
    }

    @Override
    public Enumeration<URL> findResources(String name) {
      return Collections.emptyEnumeration();
    }
  }
}
