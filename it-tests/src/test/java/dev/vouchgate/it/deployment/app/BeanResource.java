package dev.vouchgate.it.deployment.app;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What an application may have with the gate and without. */
@Path("/bean")
@RolesAllowed("staff")
public class BeanResource {

  @Inject private StaffBean staff;

  /** What the bean says. */
  @GET
  public String greeting() {
    return staff.greeting();
  }
}
