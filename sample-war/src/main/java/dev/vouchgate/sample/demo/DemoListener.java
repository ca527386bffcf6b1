package dev.vouchgate.sample.demo;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Adds the demo issuer's two servlets, if {@code vouchgate.demo=true}. Only a system property can
 * say so: a file in the WAR, copied along by mistake, cannot.
 */
@WebListener
public class DemoListener implements ServletContextListener {

  private static final Logger LOG = System.getLogger("dev.vouchgate.sample");

  @Override
  public void contextInitialized(ServletContextEvent event) {
    if (!Boolean.getBoolean("vouchgate.demo")) {
      return;
    }
    Config config = ConfigProvider.getConfig();
    DemoIssuer issuer =
        DemoIssuer.create(
            config.getValue("mp.jwt.verify.issuer", String.class),
            config.getValues("mp.jwt.verify.audiences", String.class).get(0),
            Clock.systemUTC());
    ServletContext context = event.getServletContext();
    context.addServlet("demo-token", new DemoTokenServlet(issuer)).addMapping("/demo/token");
    context.addServlet("demo-jwks", new DemoJwksServlet(issuer)).addMapping("/demo/jwks");
    LOG.log(
        Level.WARNING,
        "The demo issuer is on: every program on this machine gets an admin token from /demo/token."
            + " Never set vouchgate.demo=true where the service is used in earnest.");
  }
}
