package dev.vouchgate.login;

import java.util.Optional;

/**
 * Knows people by their passwords: a service that {@link java.util.ServiceLoader} finds.
 *
 * <p>Where there are several, each is asked until one knows the person. mp-extension brings one
 * that asks the application's own identity stores (Jakarta Security).
 */
public interface PasswordCheck {

  /**
   * Checks a password. Used by many threads, though by few at a time: the rest wait for their turn,
   * or are sent away.
   *
   * @param name as it was sent; not blank
   * @param password as it was sent; not empty
   * @return whose password it is; empty if the name is unknown or the password wrong, after as long
   *     in both cases as far as possible
   * @throws RuntimeException if that cannot be told now: nobody is let in, and the answer is 503
   */
  Optional<Person> check(String name, String password);

  /** Whether it can check any here; one that cannot is not asked. */
  default boolean isAvailable() {
    return true;
  }
}
