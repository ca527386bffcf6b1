package dev.vouchgate.it.deployment;

import dev.vouchgate.it.matrix.AddedLibraries;
import dev.vouchgate.it.sample.TestIssuer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The archives of this room. */
final class Wars {
  private static final String SETTINGS = "META-INF/microprofile-config.properties";
  private static final String LIBRARIES = "/WEB-INF/lib/";

  private Wars() {}

  /** Classes alone, with an empty {@code beans.xml} and what the server has not got. */
  static WebArchive of(String name, Class<?>... classes) {
    WebArchive war =
        ShrinkWrap.create(WebArchive.class, name + ".war")
            .addClasses(classes)
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    AddedLibraries.addTo(war);
    return war;
  }

  /** Classes behind the gate, which trusts an issuer: all that a user's WAR has. */
  static WebArchive guarded(String name, TestIssuer issuer, Class<?>... classes) {
    return withSettings(withGate(of(name, classes)), issuer, Map.of());
  }

  /** Puts the jars into an archive that a user's build puts there. */
  static WebArchive withGate(WebArchive war) {
    return war.merge(
        ShrinkWrap.create(ZipImporter.class, "sample.war")
            .importFrom(Path.of(System.getProperty("sample.war")).toFile())
            .as(GenericArchive.class),
        path -> path.get().startsWith(LIBRARIES));
  }

  /** Puts settings into an archive. */
  static WebArchive withSettings(WebArchive war, TestIssuer issuer, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("mp.jwt.verify.issuer", issuer.name());
    settings.put("mp.jwt.verify.publickey.location", issuer.keysLocation());
    String text =
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining("\n"));
    return war.addAsResource(new StringAsset(text), SETTINGS);
  }
}
