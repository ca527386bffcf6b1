package dev.vouchgate.it.deployment.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** The application's own callers: bob, who is user and staff. */
@ApplicationScoped
public class OwnCallers implements IdentityStore {
  /** Bob's password. */
  public static final String PASSWORD = "of-bob";

  @Override
  public CredentialValidationResult validate(Credential credential) {
    return credential instanceof UsernamePasswordCredential own && own.compareTo("bob", PASSWORD)
        ? new CredentialValidationResult("bob", Set.of("user", "staff"))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
