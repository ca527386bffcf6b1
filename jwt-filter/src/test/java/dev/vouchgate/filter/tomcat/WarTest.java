package dev.vouchgate.filter.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import dev.vouchgate.filter.JwtFilter;
import dev.vouchgate.testing.KeyTexts;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.catalina.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A WAR as people build them: the jar and the one that it needs in WEB-INF/lib, and no code. */
class WarTest {
  @TempDir private Path library;

  @Test
  void isGuardedByTheJarAloneAndLetsGoOfItsClassesWhenItGoes()
      throws IOException, InterruptedException, URISyntaxException {
    try (TomcatUnderTest tomcat = new TomcatUnderTest();
        StubJwksServer server = new StubJwksServer().serve(KeyTexts.jwks(TestKeys.rsa("rsa")))) {
      Context context = tomcat.deploy("/war", war(server), new ParentOfWars());
      ClassLoader loader = context.getLoader().getClassLoader();
      assertGuarded(tomcat);
      assertThat(context.getServletContext().getFilterRegistration("vouchgate").getClassName())
          .isEqualTo(JwtFilter.class.getName());

      ReferenceQueue<ClassLoader> gone = new ReferenceQueue<>();
      WeakReference<ClassLoader> classes = new WeakReference<>(loader, gone);
      loader = null;
      tomcat.undeploy(context);
      context = null;
      assertThat(tomcat.log().text())
          .doesNotContain("appears to have started a thread", "ThreadLocal with key");
      assertThat(isCollected(gone)).as("%s is collected", classes).isTrue();
    }
  }

  private TestApplication war(StubJwksServer server) throws IOException, URISyntaxException {
    Path classes =
        Path.of(JwtFilter.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path jackson =
        Path.of(JsonFactory.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return new TestApplication()
        .settings(
            """
            mp.jwt.verify.issuer=%s
            mp.jwt.verify.publickey.location=%s
            vouchgate.policy.secret.paths=/secret.txt
            vouchgate.policy.secret.roles=user
            """
                .formatted(Tokens.ISSUER, server.jwks()))
        .file("index.txt", "for all")
        .file("secret.txt", "for users")
        .file("WEB-INF/lib/jwt-filter.jar", jarOf(classes))
        .file("WEB-INF/lib/jackson-core.jar", jackson);
  }

  private static void assertGuarded(TomcatUnderTest tomcat) {
    String good = Tokens.valid().issuedAt(Instant.now()).compact();
    assertThat(tomcat.get("/war/index.txt").send().body()).isEqualTo("for all");
    assertThat(tomcat.get("/war/secret.txt").send().status()).isEqualTo(401);
    assertThat(tomcat.get("/war/secret.txt").token(good).send().body()).isEqualTo("for users");
    assertThat(tomcat.get("/war/index.txt").token(good + "x").send().status()).isEqualTo(401);
  }

  private Path jarOf(Path classes) throws IOException {
    Path jar = library.resolve("jwt-filter.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
      }
    }
    return jar;
  }

  private static boolean isCollected(ReferenceQueue<ClassLoader> gone) throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      System.gc();
      if (gone.remove(100) != null) {
        return true;
      }
    }
    return false;
  }
}
