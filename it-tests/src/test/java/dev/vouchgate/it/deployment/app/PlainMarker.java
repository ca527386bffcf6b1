package dev.vouchgate.it.deployment.app;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** One object a deployment, for as long as the classes of that deployment live. */
@WebListener
public class PlainMarker implements ServletContextListener {
  private static final PlainMarker OF_THIS_DEPLOYMENT = new PlainMarker();

  @Override
  public void contextInitialized(ServletContextEvent event) {
    event.getServletContext().setAttribute(PlainMarker.class.getName(), OF_THIS_DEPLOYMENT);
  }
}
