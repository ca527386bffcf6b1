package dev.vouchgate.filter;

import dev.vouchgate.config.Gate;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.VerifiedJwt;
import java.time.Duration;
import java.util.List;

/** The roles of a proven caller that its token does not tell. */
final class AddedRoles {
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private AddedRoles() {}

  /**
   * The caller with the roles that others know.
   *
   * @throws RejectedException if one of them fails: where the roles are not known, the caller is
   *     not; the gate is told
   */
  static VerifiedJwt to(VerifiedJwt jwt, List<CallerRoles> others, Gate gate)
      throws RejectedException {
    VerifiedJwt caller = jwt;
    try {
      for (CallerRoles other : others) {
        caller = caller.withRoles(other.of(jwt));
      }
      return caller;
    } catch (RuntimeException e) {
      Rejection.Unavailable unknown =
          new Rejection.Unavailable("the caller's roles could not be asked for: " + e, AGAIN);
      gate.report(unknown);
      throw new RejectedException(unknown);
    }
  }
}
