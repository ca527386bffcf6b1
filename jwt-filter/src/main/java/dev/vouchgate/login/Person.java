package dev.vouchgate.login;

import java.util.List;

/**
 * Somebody who has proven who they are.
 *
 * @param name what the tokens call them ({@code sub}, {@code upn}); not blank
 * @param groups what they belong to ({@code groups}); may be empty
 */
public record Person(String name, List<String> groups) {

  /**
   * Copies what it is given.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public Person {
    if (name.isBlank()) {
      throw new IllegalArgumentException("somebody without a name; expected what tokens call them");
    }
    groups = List.copyOf(groups);
  }
}
