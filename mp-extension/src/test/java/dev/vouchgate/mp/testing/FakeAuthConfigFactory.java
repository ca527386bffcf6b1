package dev.vouchgate.mp.testing;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.security.auth.message.config.RegistrationListener;
import jakarta.security.auth.message.module.ServerAuthModule;
import java.util.LinkedHashMap;
import java.util.Map;

/** A container's registry: for each layer and application one provider, and one for all others. */
public class FakeAuthConfigFactory extends AuthConfigFactory {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private record Entry(AuthConfigProvider provider, String layer, String application)
      implements RegistrationContext {
    @Override
    public String getMessageLayer() {
      return layer;
    }

    @Override
    public String getAppContext() {
      return application;
    }

    @Override
    public String getDescription() {
      return "";
    }

    @Override
    public boolean isPersistent() {
      return false;
    }
  }

  @Override
  public AuthConfigProvider getConfigProvider(
      String layer, String appContext, RegistrationListener listener) {
    Entry exact = entries.get(layer + " " + appContext);
    Entry found = exact == null ? entries.get(null + " " + null) : exact;
    return found == null ? null : found.provider();
  }

  @Override
  public String registerConfigProvider(
      AuthConfigProvider provider, String layer, String appContext, String description) {
    String id = layer + " " + appContext;
    entries.put(id, new Entry(provider, layer, appContext));
    return id;
  }

  @Override
  public boolean removeRegistration(String id) {
    return entries.remove(id) != null;
  }

  @Override
  public String[] getRegistrationIDs(AuthConfigProvider provider) {
    return entries.entrySet().stream()
        .filter(entry -> provider == null || entry.getValue().provider() == provider)
        .map(Map.Entry::getKey)
        .toArray(String[]::new);
  }

  @Override
  public RegistrationContext getRegistrationContext(String id) {
    return entries.get(id);
  }

  @Override
  public String registerConfigProvider(
      String className, Map<String, String> properties, String layer, String app, String text) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String registerServerAuthModule(ServerAuthModule module, Object context) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeServerAuthModule(Object context) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String[] detachListener(RegistrationListener listener, String layer, String app) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void refresh() {
    throw new UnsupportedOperationException();
  }
}
