package dev.vouchgate.mp.cdi;

import dev.vouchgate.mp.caller.CurrentCaller;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The token of whoever calls when a method is called: right also in a bean that outlives the
 * request, and if it was injected before the caller was known.
 *
 * @param caller who calls
 */
record CurrentJwt(CurrentCaller caller) implements JsonWebToken {

  @Override
  public @Nullable String getName() {
    return caller.token().getName();
  }

  @Override
  public @Nullable Set<String> getClaimNames() {
    return caller.token().getClaimNames();
  }

  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // as the interface has it
  public <T> @Nullable T getClaim(String claimName) {
    return caller.token().getClaim(claimName);
  }

  @Override
  public @Nullable Set<String> getGroups() {
    return caller.token().getGroups();
  }

  @Override
  public long getExpirationTime() {
    return caller.token().getExpirationTime();
  }

  @Override
  public long getIssuedAtTime() {
    return caller.token().getIssuedAtTime();
  }

  @Override
  public String toString() {
    return caller.token().toString();
  }
}
