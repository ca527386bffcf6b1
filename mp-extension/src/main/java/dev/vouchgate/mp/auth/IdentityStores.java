package dev.vouchgate.mp.auth;

import static jakarta.security.enterprise.identitystore.IdentityStore.ValidationType.PROVIDE_GROUPS;

import dev.vouchgate.filter.CallerRoles;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance.Handle;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks every identity store of the application that provides groups, those of the lowest priority
 * value first, as the container's own handler does (Jakarta Security 3.0, "IdentityStoreHandler").
 *
 * <p>What a store is told is what the handler would tell it: a valid result with the caller's name,
 * the {@code sub} claim as its unique identifier, and the roles of the token. Nothing is kept.
 */
final class IdentityStores implements CallerRoles {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  @Override
  public Set<String> of(VerifiedJwt caller) {
    return beans().map(beans -> groups(storesIn(beans), caller)).orElse(Set.of());
  }

  /** Where there are no beans, there are no stores. */
  private static Optional<CDI<Object>> beans() {
    try {
      return Optional.of(CDI.current());
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "No CDI here, and so no identity stores: {0}", e.toString());
      return Optional.empty();
    }
  }

  private static List<? extends Handle<IdentityStore>> storesIn(CDI<Object> beans) {
    return beans.select(IdentityStore.class, Any.Literal.INSTANCE).handlesStream().toList();
  }

  private static Set<String> groups(
      List<? extends Handle<IdentityStore>> found, VerifiedJwt caller) {
    if (found.isEmpty()) {
      return Set.of();
    }
    try {
      CredentialValidationResult proven = proven(caller);
      Set<String> groups = new LinkedHashSet<>();
      found.stream()
          .map(Handle::get)
          .filter(store -> store.validationTypes().contains(PROVIDE_GROUPS))
          .sorted(Comparator.comparingInt(IdentityStore::priority))
          .forEachOrdered(store -> groups.addAll(store.getCallerGroups(proven)));
      return groups;
    } finally {
      found.stream()
          .filter(store -> store.getBean().getScope() == Dependent.class)
          .forEach(Handle::destroy);
    }
  }

  private static CredentialValidationResult proven(VerifiedJwt caller) {
    return new CredentialValidationResult(
        null,
        new CallerPrincipal(caller.callerName()),
        null,
        caller.claims().string("sub").orElse(null),
        caller.roles());
  }
}
