package dev.vouchgate.mp.caller;

import dev.vouchgate.mp.server.Presence;
import dev.vouchgate.mp.token.EmptyJsonWebToken;
import dev.vouchgate.mp.token.JsonWebTokenAdapter;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Whom the container takes for the caller where there is no servlet request. */
public interface ContainerCaller {
  /** The class that is there where Jakarta Authorization is. */
  String POLICY_CONTEXT = "jakarta.security.jacc.PolicyContext";

  /** What Jakarta Authorization calls the caller's Subject (Jakarta Authorization 2.1 §4.6.1.1). */
  String SUBJECT = "javax.security.auth.Subject.container";

  /** The caller's token; empty if there is no caller, or none with a token. */
  Optional<JsonWebToken> token();

  /** Whether there is a caller. */
  boolean isKnown();

  /** Whether the caller has a role; false if that cannot be told. */
  boolean isInRole(String role);

  /** To be called at each of the application's requests, on the thread that serves it. */
  default void requested() {}

  /** Whether the caller's token says so, whatever the container makes of it. */
  default boolean isInRoleByToken(String role) {
    return token().orElse(EmptyJsonWebToken.INSTANCE) instanceof JsonWebTokenAdapter proven
        && proven.roles().contains(role);
  }

  /**
   * All ways to ask that this container has. The APIs may be absent: each way has a class of its
   * own, which is not touched without.
   */
  static List<ContainerCaller> all(BeanManager beans) {
    List<ContainerCaller> ways = new ArrayList<>();
    if (Presence.of("jakarta.security.enterprise.SecurityContext")) {
      ways.add(new SecurityContextCaller(beans));
    }
    if (Presence.of(POLICY_CONTEXT)
        && Presence.of("jakarta.enterprise.concurrent.ManageableThread")) {
      ways.add(new ManagedTaskCaller());
    }
    return ways;
  }
}
