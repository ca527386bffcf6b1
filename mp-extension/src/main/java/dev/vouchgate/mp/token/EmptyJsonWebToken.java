package dev.vouchgate.mp.token;

import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The token of a request that has none: everything is null, and 0 where that cannot be
 * (MicroProfile JWT 2.1, "Injection of JsonWebToken").
 */
public enum EmptyJsonWebToken implements JsonWebToken {
  /** The only one. */
  INSTANCE;

  @Override
  public @Nullable String getName() {
    return null;
  }

  @Override
  public @Nullable Set<String> getClaimNames() {
    return null;
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
  public <T> @Nullable T getClaim(String claimName) {
    return null;
  }

  @Override
  public long getExpirationTime() {
    return 0;
  }

  @Override
  public long getIssuedAtTime() {
    return 0;
  }

  @Override
  public String toString() {
    return "JsonWebToken[]";
  }
}
