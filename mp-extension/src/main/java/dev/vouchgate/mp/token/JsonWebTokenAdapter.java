package dev.vouchgate.mp.token;

import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.observe.LogText;
import dev.vouchgate.verify.VerifiedJwt;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * A proven token as the caller's principal (MicroProfile JWT 2.1, "Required MP-JWT claims").
 *
 * <p>Claims of {@link Claims} have the type named there if the token's JSON allows it. All others
 * are String and Boolean for strings and booleans, and JSON-P for numbers, arrays and objects. A
 * claim that is JSON's null counts as absent. Immutable.
 */
public final class JsonWebTokenAdapter implements JsonWebToken {
  private static final Map<String, Class<?>> STANDARD_TYPES =
      Arrays.stream(Claims.values()).collect(Collectors.toMap(Enum::name, Claims::getType));

  private final VerifiedJwt jwt;

  /**
   * Creates the adapter.
   *
   * @param jwt the proof
   */
  public JsonWebTokenAdapter(VerifiedJwt jwt) {
    this.jwt = jwt;
  }

  /** The proof. */
  public VerifiedJwt jwt() {
    return jwt;
  }

  /** {@code upn}, else {@code preferred_username}, else {@code sub}. */
  @Override
  public String getName() {
    return jwt.callerName();
  }

  /** The {@code groups} claim as it was sent, never mapped roles; empty if there is none. */
  @Override
  public Set<String> getGroups() {
    return groups().orElse(Set.of());
  }

  /** The caller's roles, mapped names included. */
  public Set<String> roles() {
    return jwt.roles();
  }

  /** The names of the token's claims; {@code raw_token} is none of them. */
  @Override
  public Set<String> getClaimNames() {
    return jwt.claims().asMap().entrySet().stream()
        .filter(claim -> claim.getValue() != null)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
  public <T> @Nullable T getClaim(String claimName) {
    return (T) value(claimName);
  }

  /** Seconds since 1970; 0 if the gate lets tokens without {@code exp} pass. */
  @Override
  public long getExpirationTime() {
    return jwt.claims().numericDate(Claims.exp.name()).orElse(0);
  }

  /** Seconds since 1970; 0 if the gate lets tokens without {@code iat} pass. */
  @Override
  public long getIssuedAtTime() {
    return jwt.claims().numericDate(Claims.iat.name()).orElse(0);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof JsonWebTokenAdapter that && jwt.compact().equals(that.jwt.compact());
  }

  @Override
  public int hashCode() {
    return jwt.compact().hashCode();
  }

  /** Names the caller, without the token. */
  @Override
  public String toString() {
    return "JsonWebToken[" + LogText.of(getName()) + "]";
  }

  private @Nullable Object value(String name) {
    if (name.equals(Claims.raw_token.name())) {
      return jwt.compact();
    }
    if (name.equals(Claims.groups.name())) {
      return groups().orElse(null);
    }
    Class<?> type = STANDARD_TYPES.get(name);
    if (type == Set.class) {
      return jwt.claims().strings(name).map(JsonWebTokenAdapter::set).orElse(null);
    }
    OptionalLong date = type == Long.class ? jwt.claims().numericDate(name) : OptionalLong.empty();
    return date.isPresent() ? (Object) date.getAsLong() : natural(name);
  }

  private @Nullable Object natural(String name) {
    Function<Object, Object> convert =
        value -> value instanceof String || value instanceof Boolean ? value : JsonValues.of(value);
    return jwt.claims().claim(name).map(convert).orElse(null);
  }

  /** Only an array: a single string gives no role either. */
  private Optional<Set<String>> groups() {
    List<String> names =
        ClaimsSet.arrayOfStrings(jwt.claims().asMap().get(Claims.groups.name())).orElse(null);
    return Optional.ofNullable(names).map(JsonWebTokenAdapter::set);
  }

  private static Set<String> set(Collection<String> names) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }
}
