package dev.vouchgate.mp.login;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class NoIdentityStoreTest {
  /** Held, or its level would be collected with it. */
  private static final Logger WELD = Logger.getLogger("org.jboss.weld");

  /** As GlassFish's is, where the application has no store. */
  @ApplicationScoped
  static class Storeless implements IdentityStoreHandler {
    @Override
    public CredentialValidationResult validate(Credential credential) {
      throw new IllegalStateException("Could not find beans");
    }
  }

  @Test
  void knowsNobodyAlsoWhereTheContainersHandlerFails() {
    WELD.setLevel(Level.WARNING);
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(Storeless.class)
            .initialize()) {
      assertThat(container.isRunning()).isTrue();
      assertThat(new IdentityStorePasswords().check("bob", "wombat")).isEmpty();
    }
  }
}
