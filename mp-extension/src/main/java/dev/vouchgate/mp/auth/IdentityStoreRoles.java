package dev.vouchgate.mp.auth;

import dev.vouchgate.filter.CallerRoles;
import dev.vouchgate.verify.VerifiedJwt;
import java.lang.System.Logger.Level;
import java.util.Set;

/**
 * The groups that the application's own identity stores have for a token's caller; none where the
 * container has no Jakarta Security.
 */
public final class IdentityStoreRoles implements CallerRoles {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");
  private static final String API = "jakarta.security.enterprise.identitystore.IdentityStore";

  private final CallerRoles stores;

  /** Creates it; {@link java.util.ServiceLoader} does. */
  public IdentityStoreRoles() {
    // In a class of its own: the API may be absent.
    this.stores = isThere() ? new IdentityStores() : caller -> Set.of();
  }

  @Override
  public Set<String> of(VerifiedJwt caller) {
    return stores.of(caller);
  }

  private static boolean isThere() {
    try {
      Class.forName(API, false, IdentityStoreRoles.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      LOG.log(Level.DEBUG, "No identity stores here, which could add groups to a caller.");
      return false;
    }
  }
}
