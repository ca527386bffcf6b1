package dev.vouchgate.it.app;

import dev.vouchgate.it.sample.SampleWar;
import dev.vouchgate.it.sample.TestIssuer;
import java.util.HashMap;
import java.util.Map;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application of a test's own, with the libraries of the sample and none of its classes. */
public final class AppWar {

  private AppWar() {}

  /** An archive of these classes behind the gate, which trusts the issuer. */
  public static WebArchive trusting(TestIssuer issuer, Class<?>... classes) {
    return trusting(issuer, Map.of(), classes);
  }

  /** The same with more settings. */
  public static WebArchive trusting(
      TestIssuer issuer, Map<String, String> more, Class<?>... classes) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("mp.jwt.verify.issuer", issuer.name());
    settings.put("mp.jwt.verify.publickey.location", issuer.keysLocation());
    settings.put("mp.jwt.verify.audiences", TestIssuer.AUDIENCE);
    return with(settings, classes);
  }

  /** An archive of these classes with these settings and no others. */
  public static WebArchive with(Map<String, String> settings, Class<?>... classes) {
    WebArchive war = SampleWar.with(settings);
    war.getContent(path -> path.get().startsWith("/WEB-INF/classes/dev/"))
        .keySet()
        .forEach(war::delete);
    war.delete("/WEB-INF/web.xml");
    return war.addClasses(classes);
  }
}
