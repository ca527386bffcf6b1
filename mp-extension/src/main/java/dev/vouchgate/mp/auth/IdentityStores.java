package dev.vouchgate.mp.auth;

import static jakarta.security.enterprise.identitystore.IdentityStore.ValidationType.PROVIDE_GROUPS;

import dev.vouchgate.filter.CallerRoles;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance.Handle;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks every identity store of the application that provides groups, those of the lowest priority
 * value first, as the container's own handler does (Jakarta Security 3.0, "IdentityStoreHandler").
 *
 * <p>What a store is told is what the handler would tell it: a valid result with the caller's name,
 * the {@code sub} claim as its unique identifier, and the roles of the token. No answer is kept.
 * Which stores there are is: an application's beans are the same from its start to its end, and to
 * ask CDI for them costs a server more than all else that a gate does.
 */
final class IdentityStores implements CallerRoles {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  /** Null until the first request that finds beans: gates are there before them on some servers. */
  private volatile @Nullable Known known;

  @Override
  public Set<String> of(VerifiedJwt caller) {
    Known stores = known;
    if (stores == null) {
      stores = lookUp();
      known = stores;
    }
    return stores == null ? Set.of() : stores.groups(caller);
  }

  /** Where there are no beans, there are no stores. */
  private static @Nullable Known lookUp() {
    try {
      return Known.in(CDI.current());
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "No CDI here, and so no identity stores: {0}", e.toString());
      return null;
    }
  }

  /**
   * An application's stores.
   *
   * @param beans who has them
   * @param proxies of those of a normal scope that provide groups, in order
   * @param others those that are made or found anew for each request
   */
  private record Known(BeanManager beans, List<IdentityStore> proxies, List<Bean<?>> others) {

    static Known in(CDI<Object> application) {
      BeanManager beans = application.getBeanManager();
      List<IdentityStore> proxies = new ArrayList<>();
      List<Bean<?>> others = new ArrayList<>();
      for (Handle<IdentityStore> found :
          application.select(IdentityStore.class, Any.Literal.INSTANCE).handles()) {
        if (beans.isNormalScope(found.getBean().getScope())) {
          proxies.add(found.get());
        } else {
          others.add(found.getBean());
        }
      }
      return new Known(beans, providing(proxies), List.copyOf(others));
    }

    Set<String> groups(VerifiedJwt caller) {
      if (others.isEmpty()) {
        return proxies.isEmpty() ? Set.of() : groups(proxies, caller);
      }
      CreationalContext<?> request = beans.createCreationalContext(null);
      try {
        List<IdentityStore> all = new ArrayList<>(proxies);
        for (Bean<?> bean : others) {
          all.add((IdentityStore) beans.getReference(bean, IdentityStore.class, request));
        }
        return groups(providing(all), caller);
      } finally {
        request.release();
      }
    }

    private static Set<String> groups(List<IdentityStore> stores, VerifiedJwt caller) {
      CredentialValidationResult proven = proven(caller);
      if (stores.size() == 1) {
        return stores.get(0).getCallerGroups(proven);
      }
      Set<String> groups = new LinkedHashSet<>();
      stores.forEach(store -> groups.addAll(store.getCallerGroups(proven)));
      return groups;
    }

    private static List<IdentityStore> providing(List<IdentityStore> stores) {
      return stores.stream()
          .filter(store -> store.validationTypes().contains(PROVIDE_GROUPS))
          .sorted(Comparator.comparingInt(IdentityStore::priority))
          .toList();
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
}
