package dev.vouchgate.mp.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.login.PasswordCheck;
import dev.vouchgate.login.Person;
import dev.vouchgate.mp.testing.HiddenApis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IdentityStorePasswordsTest {
  /** Held, or its level would be collected with it. */
  private static final Logger WELD = Logger.getLogger("org.jboss.weld");

  private static SeContainer container;

  private final PasswordCheck passwords = new IdentityStorePasswords();

  /** Knows bob, and falls over mallory. */
  @ApplicationScoped
  static class Staff implements IdentityStoreHandler {
    @Override
    public CredentialValidationResult validate(Credential credential) {
      UsernamePasswordCredential sent = (UsernamePasswordCredential) credential;
      if (sent.getCaller().equals("mallory")) {
        throw new IllegalStateException("no database");
      }
      return sent.compareTo("bob", "wombat")
          ? new CredentialValidationResult("bob", Set.of("user"))
          : CredentialValidationResult.INVALID_RESULT;
    }
  }

  /** There is one, whatever it says. */
  @ApplicationScoped
  static class Directory implements IdentityStore {}

  /** Run where Jakarta Security is absent. */
  public static final class WithoutSecurity implements Runnable {
    @Override
    public void run() {
      assertThat(new IdentityStorePasswords().isAvailable()).isFalse();
    }
  }

  @BeforeAll
  static void deploy() {
    WELD.setLevel(Level.WARNING);
    container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(Staff.class, Directory.class)
            .initialize();
  }

  @AfterAll
  static void undeploy() {
    container.close();
  }

  @Test
  void areThoseOfTheApplicationsStores() {
    assertThat(passwords.isAvailable()).isTrue();
    assertThat(passwords.check("bob", "wombat")).contains(new Person("bob", List.of("user")));
    assertThat(passwords.check("bob", "wrong")).isEmpty();
    assertThat(passwords.check("alice", "wombat")).isEmpty();
  }

  @Test
  void letNobodyInWhileTheStoresFail() {
    assertThatThrownBy(() -> passwords.check("mallory", "x"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void areFoundAsAService() {
    assertThat(ServiceLoader.load(PasswordCheck.class))
        .hasOnlyElementsOfType(IdentityStorePasswords.class);
  }

  @Test
  void areNotAskedForWithoutJakartaSecurity() throws Exception {
    HiddenApis.run(WithoutSecurity.class, "jakarta.security.enterprise.");
  }
}
