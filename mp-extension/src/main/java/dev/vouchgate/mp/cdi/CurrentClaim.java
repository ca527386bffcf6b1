package dev.vouchgate.mp.cdi;

import dev.vouchgate.mp.caller.CurrentCaller;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.jwt.ClaimValue;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * A claim of whoever calls when its value is asked for.
 *
 * @param getName the claim's name
 * @param caller who calls
 * @param conversion the value of a claim that may be absent
 */
record CurrentClaim(
    String getName, CurrentCaller caller, Function<Optional<Object>, @Nullable Object> conversion)
    implements ClaimValue<@Nullable Object> {

  @Override
  public @Nullable Object getValue() {
    JsonWebToken token = caller.token();
    return conversion.apply(token.claim(getName));
  }

  /** Names the claim, without its value. */
  @Override
  public String toString() {
    return "ClaimValue[" + getName + "]";
  }
}
