package dev.vouchgate.it.issue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** The application's own store: bob, whose password is {@code büro}. */
@ApplicationScoped
public class StaffStore implements IdentityStore {

  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    return credential.compareTo("bob", "büro")
        ? new CredentialValidationResult("bob", Set.of("user", "admin"))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
