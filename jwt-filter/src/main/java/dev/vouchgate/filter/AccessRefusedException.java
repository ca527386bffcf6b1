package dev.vouchgate.filter;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A protected method refused its caller; {@link JwtFilter} answers the request with what it
 * carries.
 */
public final class AccessRefusedException extends SecurityException {
  private static final long serialVersionUID = 1L;
  private static final int MAX_DEPTH = 16;

  private final transient BearerChallenge challenge;

  /**
   * Creates the exception.
   *
   * @param challenge what the client is to be answered
   */
  public AccessRefusedException(BearerChallenge challenge) {
    super("access refused with status " + challenge.status());
    this.challenge = challenge;
  }

  /**
   * The refusal that led to a failure: frameworks between a method and the filter wrap what it
   * throws.
   */
  static Optional<AccessRefusedException> in(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(MAX_DEPTH)
        .filter(AccessRefusedException.class::isInstance)
        .map(AccessRefusedException.class::cast)
        .findFirst();
  }

  /** What the client is to be answered. */
  public BearerChallenge challenge() {
    return challenge;
  }
}
