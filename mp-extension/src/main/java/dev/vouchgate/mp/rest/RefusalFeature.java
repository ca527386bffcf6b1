package dev.vouchgate.mp.rest;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.System.Logger.Level;

/**
 * Makes refusals of CDI and enterprise beans answers of 401 and 403; found as a service (Jakarta
 * REST 3.1 §4.4.7). A mapper of the application's own for the same exception comes first.
 */
public final class RefusalFeature implements Feature {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");
  private static final int AFTER_THE_APPLICATION = Priorities.USER + 1000;

  /** Creates the feature; the container does. */
  public RefusalFeature() {}

  @Override
  public boolean configure(FeatureContext context) {
    context.register(AccessRefusedMapper.class, AFTER_THE_APPLICATION);
    try {
      Class.forName("jakarta.ejb.EJBAccessException");
      context.register(EjbAccessMapper.class, AFTER_THE_APPLICATION);
    } catch (ClassNotFoundException e) {
      LOG.log(Level.DEBUG, "No enterprise beans here, whose refusals would have to be answered.");
    }
    return true;
  }
}
