package dev.vouchgate.it.deployment.app;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** For whomever an enterprise bean takes for staff. */
@Path("/ejb")
public class EjbResource {

  @Inject private StaffEjb staff;

  /** Who calls. */
  @GET
  @PermitAll
  public String caller() {
    return staff.caller();
  }
}
