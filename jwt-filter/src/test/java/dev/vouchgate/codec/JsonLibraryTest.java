package dev.vouchgate.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.Version;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which jackson-core will do. */
class JsonLibraryTest {

  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource({"2,14", "2,0", "1,99"})
  void refusesWhatIsOlder(int major, int minor) {
    assertThat(problem(major, minor))
        .hasValue(
            "jackson-core "
                + (major + "." + minor + ".3 was found at file:/lib/jackson-core.jar;")
                + " expected 2.15 or newer. Put a newer jackson-core into WEB-INF/lib, or, if it is"
                + " the container's that comes first, update the container's.");
  }

  @ParameterizedTest(name = "{0}.{1}")
  @CsvSource({"2,15", "2,22", "3,0"})
  void takesWhatIsNewEnough(int major, int minor) {
    assertThat(problem(major, minor)).isEmpty();
  }

  @Test
  void takesTheOneThatTravelsWithUs() {
    assertThat(JsonLibrary.problem()).isEmpty();
  }

  @Test
  void refusesToBeWithoutAny() throws Exception {
    URL[] own = {JsonLibrary.class.getProtectionDomain().getCodeSource().getLocation()};
    try (URLClassLoader oursAlone = new URLClassLoader(own, ClassLoader.getPlatformClassLoader())) {
      Method problem = oursAlone.loadClass(JsonLibrary.class.getName()).getMethod("problem");

      assertThat((Optional<?>) problem.invoke(null))
          .get()
          .asString()
          .startsWith("jackson-core is not there")
          .contains("expected 2.15 or newer");
    }
  }

  @Test
  void saysWhereItWasFound() throws Exception {
    URL jar = URI.create("file:/lib/jackson-core.jar").toURL();

    assertThat(JsonLibrary.location(new CodeSource(jar, new CodeSigner[0])))
        .isEqualTo("file:/lib/jackson-core.jar");
    assertThat(JsonLibrary.location(new CodeSource(null, new CodeSigner[0])))
        .isEqualTo("an unknown place");
    assertThat(JsonLibrary.location(null)).isEqualTo("an unknown place");
  }

  private static Optional<String> problem(int major, int minor) {
    Version found =
        new Version(major, minor, 3, null, "com.fasterxml.jackson.core", "jackson-core");
    return JsonLibrary.problem(found, "file:/lib/jackson-core.jar");
  }
}
