package dev.vouchgate.filter;

import dev.vouchgate.verify.VerifiedJwt;
import java.util.Set;

/**
 * Somebody else than the token who knows roles of its caller: asked at every request that brings a
 * proven token, and found as a service ({@link java.util.ServiceLoader}) in the application.
 *
 * <p>Used by many threads.
 */
public interface CallerRoles {

  /**
   * The caller's roles besides those of the token.
   *
   * <p>If it fails, the request is answered 503: a caller whose roles are not known is not let in
   * with some of them.
   *
   * @param caller the proof
   * @return the roles; empty if there are none
   */
  Set<String> of(VerifiedJwt caller);
}
