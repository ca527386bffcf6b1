package dev.vouchgate.it.bench.load;

import dev.vouchgate.it.bench.load.app.FixedCallerListener;
import dev.vouchgate.it.bench.load.app.HelloServlet;
import dev.vouchgate.it.bench.load.app.ProbeServlet;
import dev.vouchgate.it.bench.token.Algorithm;
import dev.vouchgate.it.bench.token.Claims;
import dev.vouchgate.it.bench.token.Trust;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The archives that are put under load: the same servlets, with the gate or without it.
 *
 * @param sample the sample's archive, which has the jars as a user's build puts them there
 * @param trust what the gate is to trust
 * @param folder where they are written
 */
record Archives(Path sample, Trust trust, Path folder) {
  private static final Pattern ALL = Pattern.compile("/WEB-INF/lib/[^/]*\\.jar");
  private static final Pattern FILTER =
      Pattern.compile("/WEB-INF/lib/(jwt-filter|jackson-core|caffeine)-[^/]*\\.jar");

  Path of(Pair pair, boolean gate) throws IOException {
    WebArchive war =
        ShrinkWrap.create(WebArchive.class).addClasses(HelloServlet.class, ProbeServlet.class);
    if (pair == Pair.PAYARA_MICRO) {
      war.addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }
    if (gate) {
      war.merge(
          ShrinkWrap.create(ZipImporter.class).importFrom(sample.toFile()).as(GenericArchive.class),
          path -> (pair == Pair.TOMCAT ? FILTER : ALL).matcher(path.get()).matches());
      war.addAsResource(new StringAsset(settings()), "META-INF/microprofile-config.properties");
    } else if (pair == Pair.PAYARA_MICRO) {
      war.addPackage(FixedCallerListener.class.getPackage());
    }
    Path archive = folder.resolve(nameOf(pair, gate) + ".war");
    war.as(ZipExporter.class).exportTo(archive.toFile(), true);
    return archive;
  }

  /** What a server's files are called. */
  static String nameOf(Pair pair, boolean gate) {
    return pair.name().toLowerCase(Locale.ROOT) + (gate ? "-with" : "-without");
  }

  private String settings() throws IOException {
    Properties settings = new Properties();
    settings.setProperty("mp.jwt.verify.issuer", Claims.ISSUER);
    settings.setProperty("mp.jwt.verify.audiences", Claims.AUDIENCE);
    settings.setProperty("mp.jwt.verify.publickey", trust.jwks());
    settings.setProperty("vouchgate.algorithms", Algorithm.RS256.jose());
    settings.setProperty("vouchgate.roles.path", Claims.ROLES_PATH);
    StringWriter text = new StringWriter();
    settings.store(text, null);
    return text.toString();
  }
}
