package dev.vouchgate.it.deployment.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/** A bean for staff. */
@ApplicationScoped
public class StaffBean {

  /** What it says to them. */
  @RolesAllowed("staff")
  public String greeting() {
    return "hello, staff";
  }
}
