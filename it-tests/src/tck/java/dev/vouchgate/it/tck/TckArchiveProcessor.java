package dev.vouchgate.it.tck;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vouchgate.it.matrix.AddedLibraries;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * All that is done to the TCK's archives: the jars under test go in, with them what the server
 * under test has not got of its own, the configuration goes where MicroProfile Config looks for it,
 * and the settings of {@code settings/<test class>.properties} are added to it. No server's
 * descriptor.
 */
public final class TckArchiveProcessor implements ApplicationArchiveProcessor {

  static final String CONFIGURATION = "META-INF/microprofile-config.properties";

  @Override
  public void process(Archive<?> archive, TestClass test) {
    WebArchive war = (WebArchive) archive;
    String configuration = configuration(war) + settingsFor(test);
    if (!configuration.isEmpty()) {
      war.addAsResource(new StringAsset(configuration), CONFIGURATION);
    }
    for (File jar : jarsUnderTest()) {
      war.addAsLibrary(jar);
    }
    AddedLibraries.addTo(war);
  }

  /** The TCK keeps it in the WAR's own META-INF, which is not on the class path. */
  private static String configuration(WebArchive war) {
    Node misplaced = war.delete("/" + CONFIGURATION);
    return misplaced == null ? "" : read(misplaced.getAsset().openStream()) + "\n";
  }

  private static String settingsFor(TestClass test) {
    InputStream settings =
        TckArchiveProcessor.class.getResourceAsStream(
            "/settings/" + test.getJavaClass().getSimpleName() + ".properties");
    return settings == null ? "" : read(settings);
  }

  private static String read(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static File[] jarsUnderTest() {
    File folder = new File(System.getProperty("tck.libraries"));
    File[] jars = folder.listFiles((in, name) -> name.endsWith(".jar"));
    if (jars == null || jars.length == 0) {
      throw new IllegalStateException("No jars to test in " + folder.getAbsolutePath());
    }
    return jars;
  }
}
