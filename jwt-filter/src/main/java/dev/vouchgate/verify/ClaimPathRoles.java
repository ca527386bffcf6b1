package dev.vouchgate.verify;

import dev.vouchgate.jws.ClaimsSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Roles from one or more places in the claims, with names of our own added. */
public final class ClaimPathRoles implements RoleMapping {
  private final List<ClaimPath> paths;
  private final String prefix;
  private final Map<String, Set<String>> added;

  /**
   * Creates a mapping.
   *
   * @param paths where to look, all of them: the name of a claim, or names separated by {@code /}
   *     that lead into objects, such as {@code realm_access/roles}; a claim that has the whole path
   *     for its name wins, so that {@code https://example.com/roles} is one name
   * @param prefix put before every role that is found; none if empty
   * @param added for a role that was found, by its name in the token, the roles that come with it
   *     as they are here; the role itself stays
   */
  public ClaimPathRoles(List<String> paths, String prefix, Map<String, Set<String>> added) {
    this.paths = paths.stream().map(ClaimPath::of).toList();
    this.prefix = prefix;
    this.added = Map.copyOf(added);
  }

  @Override
  public Set<String> roles(ClaimsSet claims) {
    Set<String> roles = new LinkedHashSet<>();
    for (ClaimPath path : paths) {
      for (String role : path.strings(claims.asMap())) {
        if (!role.isEmpty()) {
          roles.add(prefix.isEmpty() ? role : prefix + role);
          roles.addAll(added.getOrDefault(role, Set.of()));
        }
      }
    }
    return Collections.unmodifiableSet(roles);
  }

  /**
   * One place to look.
   *
   * @param name the whole path
   * @param steps the names in it
   */
  private record ClaimPath(String name, List<String> steps) {

    /** By RFC 8693 §4.2 one string with spaces between; Entra's {@code scp} is the same. */
    private static final Set<String> SPACE_SEPARATED = Set.of("scope", "scp");

    static ClaimPath of(String path) {
      return new ClaimPath(path, List.of(path.split("/", -1)));
    }

    List<String> strings(Map<String, @Nullable Object> claims) {
      Object value = claims.get(name);
      if (value == null && !claims.containsKey(name)) {
        value = follow(claims);
      }
      if (value instanceof String text && SPACE_SEPARATED.contains(steps.get(steps.size() - 1))) {
        return Arrays.asList(text.split(" ", -1));
      }
      return ClaimsSet.arrayOfStrings(value).orElse(List.of());
    }

    private @Nullable Object follow(Map<String, @Nullable Object> claims) {
      Object value = claims;
      for (String step : steps) {
        value = value instanceof Map<?, ?> object ? object.get(step) : null;
      }
      return value;
    }
  }
}
