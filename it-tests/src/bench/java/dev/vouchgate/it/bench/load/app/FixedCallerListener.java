package dev.vouchgate.it.bench.load.app;

import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.ClientAuthConfig;
import jakarta.security.auth.message.config.ServerAuthConfig;
import jakarta.security.auth.message.config.ServerAuthContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import org.jspecify.annotations.Nullable;

/** Registers {@link FixedCaller} with the container. */
@WebListener
public final class FixedCallerListener implements ServletContextListener {
  static final String CALLER = "jdoe";
  private static final String LAYER = "HttpServlet";

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    AuthConfigFactory.getFactory()
        .registerConfigProvider(
            new Provider(),
            LAYER,
            context.getVirtualServerName() + " " + context.getContextPath(),
            CALLER);
  }

  private record Provider() implements AuthConfigProvider {
    @Override
    public @Nullable ClientAuthConfig getClientAuthConfig(
        String layer, String appContext, CallbackHandler handler) {
      return null;
    }

    @Override
    public ServerAuthConfig getServerAuthConfig(
        String layer, String appContext, CallbackHandler handler) {
      return new Config(layer, appContext, new FixedCaller(handler));
    }

    @Override
    public void refresh() {}
  }

  private record Config(String getMessageLayer, String getAppContext, FixedCaller module)
      implements ServerAuthConfig {
    @Override
    public String getAuthContextID(MessageInfo message) {
      return CALLER;
    }

    @Override
    public ServerAuthContext getAuthContext(
        String id, @Nullable Subject service, @Nullable Map<String, Object> properties) {
      return module;
    }

    @Override
    public void refresh() {}

    @Override
    public boolean isProtected() {
      return false;
    }
  }
}
