package dev.vouchgate.it.issue;

import dev.vouchgate.login.PasswordCheck;
import dev.vouchgate.login.Person;
import java.util.List;
import java.util.Optional;

/** Passwords that are neither Jakarta Security's nor anybody else's: bob's is {@code büro}. */
public final class OwnPasswords implements PasswordCheck {

  @Override
  public Optional<Person> check(String name, String password) {
    return name.equals("bob") && password.equals("büro")
        ? Optional.of(new Person("bob", List.of("user", "admin")))
        : Optional.empty();
  }
}
