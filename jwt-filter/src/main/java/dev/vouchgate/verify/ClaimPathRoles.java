package dev.vouchgate.verify;

import dev.vouchgate.jws.ClaimsSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Roles from one or more places in the claims, with names of our own added.
 *
 * @param paths where to look, all of them: the name of a claim, or names separated by {@code /}
 *     that lead into objects, such as {@code realm_access/roles}; a claim that has the whole path
 *     for its name wins, so that {@code https://example.com/roles} is one name
 * @param prefix put before every role that is found; none if empty
 * @param added for a role that was found, by its name in the token, the roles that come with it as
 *     they are here; the role itself stays
 */
public record ClaimPathRoles(List<String> paths, String prefix, Map<String, Set<String>> added)
    implements RoleMapping {

  /** By RFC 8693 §4.2 one string with spaces between; Entra's {@code scp} is the same. */
  private static final Set<String> SPACE_SEPARATED = Set.of("scope", "scp");

  /** Copies what it is given. */
  public ClaimPathRoles {
    paths = List.copyOf(paths);
    added = Map.copyOf(added);
  }

  @Override
  public Set<String> roles(ClaimsSet claims) {
    Set<String> roles = new LinkedHashSet<>();
    for (String path : paths) {
      for (String role : found(claims.asMap(), path)) {
        if (!role.isEmpty()) {
          roles.add(prefix.isEmpty() ? role : prefix + role);
          roles.addAll(added.getOrDefault(role, Set.of()));
        }
      }
    }
    return Collections.unmodifiableSet(roles);
  }

  private static List<String> found(Map<String, @Nullable Object> claims, String path) {
    Object value = claims.get(path);
    if (value == null && !claims.containsKey(path)) {
      value = follow(claims, path);
    }
    if (value instanceof String text
        && SPACE_SEPARATED.contains(path.substring(path.lastIndexOf('/') + 1))) {
      return Arrays.asList(text.split(" ", -1));
    }
    return ClaimsSet.arrayOfStrings(value).orElse(List.of());
  }

  private static @Nullable Object follow(Map<String, @Nullable Object> claims, String path) {
    Object value = claims;
    int from = 0;
    for (int to = path.indexOf('/'); to >= 0; to = path.indexOf('/', from)) {
      value = member(value, path.substring(from, to));
      from = to + 1;
    }
    return member(value, path.substring(from));
  }

  private static @Nullable Object member(@Nullable Object value, String name) {
    return value instanceof Map<?, ?> object ? object.get(name) : null;
  }
}
