package dev.vouchgate.it.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/** A bean whose methods are for some: what one of them says is the role that it takes. */
@ApplicationScoped
public class Members {

  @RolesAllowed("user")
  public String forUsers() {
    return "user";
  }

  @RolesAllowed("admin")
  public String forAdmins() {
    return "admin";
  }

  @RolesAllowed("**")
  public String forProven() {
    return "**";
  }
}
