package dev.vouchgate.it.threats;

import dev.vouchgate.it.app.AppWar;
import dev.vouchgate.it.app.RestApplication;
import dev.vouchgate.it.dispatch.DispatchServlet;
import dev.vouchgate.it.sample.TestIssuer;
import java.util.Map;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Places for administrators, each beside one for everybody. */
public final class PlacesWar {
  /** What keeps them so. */
  public static final Map<String, String> POLICIES =
      Map.of(
          "vouchgate.policy.guarded.paths",
          "/guarded/*,/exact,*.report,/private/*,/rest/guarded/*,/rest/exact",
          "vouchgate.policy.guarded.roles",
          "admin",
          "vouchgate.policy.written.paths",
          "/written",
          "vouchgate.policy.written.methods",
          "POST,DELETE",
          "vouchgate.policy.written.roles",
          "admin");

  private PlacesWar() {}

  static WebArchive trusting(TestIssuer issuer) {
    return AppWar.trusting(
            issuer,
            POLICIES,
            PlaceServlet.class,
            PlaceResource.class,
            RestApplication.class,
            DispatchServlet.class)
        .addAsWebResource(new StringAsset("served /private/*"), "private/data.txt")
        .addAsWebResource(new StringAsset("served /open/*"), "public.txt");
  }
}
