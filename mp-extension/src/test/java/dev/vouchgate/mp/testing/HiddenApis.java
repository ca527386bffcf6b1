package dev.vouchgate.mp.testing;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

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
    URL[] path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(HiddenApis::url)
            .toArray(URL[]::new);
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader loader = new WithoutThem(path, platform, prefixes)) {
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
}
