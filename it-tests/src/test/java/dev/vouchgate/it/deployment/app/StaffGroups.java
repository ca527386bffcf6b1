package dev.vouchgate.it.deployment.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** Knows who is staff, and nothing else: alice is, of mallory it cannot tell. */
@ApplicationScoped
public class StaffGroups implements IdentityStore {

  @Override
  public Set<ValidationType> validationTypes() {
    return Set.of(ValidationType.PROVIDE_GROUPS);
  }

  @Override
  public Set<String> getCallerGroups(CredentialValidationResult caller) {
    return switch (caller.getCallerPrincipal().getName()) {
      case "alice" -> Set.of("staff");
      case "mallory" -> throw new IllegalStateException("cannot tell who is staff");
      default -> Set.of();
    };
  }
}
