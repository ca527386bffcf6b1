package dev.vouchgate.mp.cdi;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.servlet.http.HttpServletRequest;

/** The built-in bean for servlet requests that CDI containers of servlet containers have. */
public class ServletRequests implements Extension {
  private HttpServletRequest current;

  void begin(HttpServletRequest request) {
    current = request;
  }

  void end() {
    current = null;
  }

  void addBean(@Observes AfterBeanDiscovery event) {
    event
        .<HttpServletRequest>addBean()
        .addType(HttpServletRequest.class)
        .scope(RequestScoped.class)
        .createWith(context -> current());
  }

  private HttpServletRequest current() {
    if (current == null) {
      throw new IllegalStateException("no servlet request");
    }
    return current;
  }
}
