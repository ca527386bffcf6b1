package com.ibm.ws.security.javaeesec.properties;

/** Whether the application of this thread has a mechanism. */
public final class ModulePropertiesUtils {
  private static final ThreadLocal<Boolean> MECHANISM = ThreadLocal.withInitial(() -> false);

  private ModulePropertiesUtils() {}

  /** Gives the application of this thread a mechanism, or takes it. */
  public static void setMechanism(boolean present) {
    MECHANISM.set(present);
  }

  public static ModulePropertiesUtils getInstance() {
    return new ModulePropertiesUtils();
  }

  public boolean isHttpAuthenticationMechanism() {
    return MECHANISM.get();
  }
}
