package dev.vouchgate.mp.cdi;

import dev.vouchgate.mp.token.EmptyJsonWebToken;
import dev.vouchgate.mp.token.JsonWebTokenAdapter;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whom the container takes for the caller where there is no servlet request. */
interface ContainerCaller {

  /** The caller's token; empty if there is no caller, or none with a token. */
  Optional<JsonWebToken> token();

  /** Whether there is a caller. */
  boolean isKnown();

  /** Whether the caller has a role; false if that cannot be told. */
  boolean isInRole(String role);

  /** Whether the caller's token says so, whatever the container makes of it. */
  default boolean isInRoleByToken(String role) {
    return token().orElse(EmptyJsonWebToken.INSTANCE) instanceof JsonWebTokenAdapter proven
        && proven.roles().contains(role);
  }

  /** All ways to ask that this container has. */
  static List<ContainerCaller> all(BeanManager beans) {
    List<ContainerCaller> ways = new ArrayList<>();
    addIf(
        "jakarta.security.enterprise.SecurityContext",
        ways,
        () -> new SecurityContextCaller(beans));
    // A reference to the constructor would link the class before it is asked for.
    addIf("jakarta.security.jacc.PolicyContext", ways, () -> new PolicyContextCaller());
    return ways;
  }

  /** Those APIs may be absent: each has a class of its own, which is not touched without it. */
  private static void addIf(String api, List<ContainerCaller> ways, Supplier<ContainerCaller> way) {
    try {
      Class.forName(api, false, ContainerCaller.class.getClassLoader());
      ways.add(way.get());
    } catch (ClassNotFoundException e) {
      System.getLogger("dev.vouchgate").log(System.Logger.Level.DEBUG, "No {0} here.", api);
    }
  }
}
