package dev.vouchgate.mp.login;

import dev.vouchgate.login.Person;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.List;
import java.util.Optional;

/** Asks the container's handler, which asks all stores (Jakarta Security 3.0). */
final class StoredPasswords {
  private StoredPasswords() {}

  static Optional<Person> check(String name, String password) {
    UsernamePasswordCredential credential = new UsernamePasswordCredential(name, password);
    try {
      CredentialValidationResult result =
          CDI.current().select(IdentityStoreHandler.class).get().validate(credential);
      return result.getStatus() == Status.VALID
          ? Optional.of(
              new Person(
                  result.getCallerPrincipal().getName(), List.copyOf(result.getCallerGroups())))
          : Optional.empty();
    } finally {
      credential.clearCredential();
    }
  }
}
