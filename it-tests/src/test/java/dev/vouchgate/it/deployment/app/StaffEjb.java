package dev.vouchgate.it.deployment.app;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** An enterprise bean for staff. */
@Stateless
public class StaffEjb {

  @Resource private SessionContext session;

  /** Who calls, as the enterprise bean's container has it. */
  @RolesAllowed("staff")
  public String caller() {
    return session.getCallerPrincipal().getName() + " " + session.isCallerInRole("staff");
  }
}
