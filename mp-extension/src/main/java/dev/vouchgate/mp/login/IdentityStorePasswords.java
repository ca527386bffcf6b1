package dev.vouchgate.mp.login;

import dev.vouchgate.login.PasswordCheck;
import dev.vouchgate.login.Person;
import dev.vouchgate.mp.server.Presence;
import java.util.Optional;

/**
 * The passwords of the application's own identity stores; none where the container has no Jakarta
 * Security.
 */
public final class IdentityStorePasswords implements PasswordCheck {
  private static final String API =
      "jakarta.security.enterprise.identitystore.IdentityStoreHandler";

  private final boolean isAvailable = Presence.of(API);

  /** Creates it; {@link java.util.ServiceLoader} does. */
  public IdentityStorePasswords() {}

  @Override
  public boolean isAvailable() {
    return isAvailable;
  }

  @Override
  public Optional<Person> check(String name, String password) {
    // In a class of its own: the API may be absent.
    return StoredPasswords.check(name, password);
  }
}
