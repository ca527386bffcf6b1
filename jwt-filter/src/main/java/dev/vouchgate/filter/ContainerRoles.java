package dev.vouchgate.filter;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a container says of its caller's roles, where it has an answer.
 *
 * <p>GlassFish 8 has none in asynchronous dispatches, in error pages and on other threads than its
 * requests': it fails there, as no policy context is set.
 */
public final class ContainerRoles {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  private ContainerRoles() {}

  /**
   * Asks the container.
   *
   * @param question about its caller
   * @return the answer; empty if the container fails
   */
  public static Optional<Boolean> ask(BooleanSupplier question) {
    try {
      return Optional.of(question.getAsBoolean());
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "The container knows nothing of a caller here: {0}", e.toString());
      return Optional.empty();
    }
  }

  /**
   * Asks the container, for whom a role that cannot be told is none.
   *
   * @param question whether its caller has a role
   * @return true if it says so
   */
  public static boolean tell(BooleanSupplier question) {
    return ask(question).orElse(false);
  }
}
