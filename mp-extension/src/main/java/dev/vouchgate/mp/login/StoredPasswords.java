package dev.vouchgate.mp.login;

import dev.vouchgate.login.Person;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStore;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** Asks the container's handler, which asks all stores (Jakarta Security 3.0). */
final class StoredPasswords {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  private StoredPasswords() {}

  static Optional<Person> check(String name, String password) {
    CDI<Object> application = CDI.current();
    UsernamePasswordCredential credential = new UsernamePasswordCredential(name, password);
    try {
      CredentialValidationResult result =
          application.select(IdentityStoreHandler.class).get().validate(credential);
      return result.getStatus() == Status.VALID
          ? Optional.of(
              new Person(
                  result.getCallerPrincipal().getName(), List.copyOf(result.getCallerGroups())))
          : Optional.empty();
    } catch (IllegalStateException e) {
      if (!application.select(IdentityStore.class, Any.Literal.INSTANCE).isUnsatisfied()) {
        throw e;
      }
      // GlassFish's handler fails where others say that they know nobody.
      LOG.log(Level.DEBUG, "There is no identity store that could know anybody: {0}", e.toString());
      return Optional.empty();
    } finally {
      credential.clearCredential();
    }
  }
}
