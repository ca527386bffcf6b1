package dev.vouchgate.filter.tomcat;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.stream.Stream;

/** The class path of this test without the product and its library: what a container has. */
final class ParentOfWars extends ClassLoader {
  ParentOfWars() {
    super(ParentOfWars.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (isOfTheWar(name.replace('.', '/'))) {
      throw new ClassNotFoundException(name);
    }
    return super.loadClass(name, resolve);
  }

  @Override
  public URL getResource(String name) {
    return isOfTheWar(name) ? null : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return isOfTheWar(name) ? Collections.emptyEnumeration() : super.getResources(name);
  }

  private static boolean isOfTheWar(String path) {
    return Stream.of("dev/vouchgate/", "com/fasterxml/", "META-INF/").anyMatch(path::startsWith);
  }
}
