package org.jboss.resteasy.microprofile.client;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/** Remembers listeners as RESTEasy does. */
public final class RestClientListeners {
  private static final Map<ClassLoader, Collection<?>> map =
      Collections.synchronizedMap(new WeakHashMap<>());

  private RestClientListeners() {}

  /** Remembers one for this thread's application. */
  public static void remember(Object listener) {
    map.put(Thread.currentThread().getContextClassLoader(), List.of(listener));
  }

  /** How many applications it remembers any of. */
  public static int applications() {
    return map.size();
  }
}
