package dev.vouchgate.mp.auth;

import dev.vouchgate.filter.CallerRoles;
import dev.vouchgate.mp.server.Presence;
import dev.vouchgate.verify.VerifiedJwt;
import java.util.Set;

/**
 * The groups that the application's own identity stores have for a token's caller; none where the
 * container has no Jakarta Security.
 */
public final class IdentityStoreRoles implements CallerRoles {
  private static final String API = "jakarta.security.enterprise.identitystore.IdentityStore";

  private final CallerRoles stores;

  /** Creates it; {@link java.util.ServiceLoader} does. */
  public IdentityStoreRoles() {
    // In a class of its own: the API may be absent.
    this.stores = Presence.of(API) ? new IdentityStores() : caller -> Set.of();
  }

  @Override
  public Set<String> of(VerifiedJwt caller) {
    return stores.of(caller);
  }
}
