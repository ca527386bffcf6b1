package dev.vouchgate.sample.demo;

import java.util.List;
import java.util.Optional;

/**
 * A person the demo issuer vouches for.
 *
 * @param name the user name
 * @param groups the groups the person is in, which are the roles of the service
 */
record DemoPerson(String name, List<String> groups) {

  /**
   * The person for the parameter {@code as}: {@code user} is alice, {@code admin} is bob; otherwise
   * nobody.
   */
  static Optional<DemoPerson> as(String role) {
    return switch (role) {
      case "user" -> Optional.of(new DemoPerson("alice", List.of("user")));
      case "admin" -> Optional.of(new DemoPerson("bob", List.of("user", "admin")));
      default -> Optional.empty();
    };
  }
}
