package dev.vouchgate.it.sample;

import dev.vouchgate.it.matrix.AddedLibraries;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The sample as it was built, with settings of a test's own in place of its own, and with what the
 * server under test has not got.
 */
public final class SampleWar {
  private static final String SETTINGS = "META-INF/microprofile-config.properties";

  private SampleWar() {}

  public static WebArchive with(Map<String, String> settings) {
    Path built = Path.of(System.getProperty("sample.war"));
    WebArchive war =
        ShrinkWrap.create(ZipImporter.class, "sample.war")
            .importFrom(built.toFile())
            .as(WebArchive.class);
    war.delete("/WEB-INF/classes/" + SETTINGS);
    String text =
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining("\n"));
    AddedLibraries.addTo(war);
    return war.addAsResource(new StringAsset(text), SETTINGS);
  }

  public static WebArchive trusting(TestIssuer issuer) {
    return with(
        Map.of(
            "mp.jwt.verify.issuer", issuer.name(),
            "mp.jwt.verify.publickey.location", issuer.keysLocation(),
            "mp.jwt.verify.audiences", TestIssuer.AUDIENCE));
  }
}
