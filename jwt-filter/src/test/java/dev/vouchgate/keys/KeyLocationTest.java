package dev.vouchgate.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.testing.StubJwksServer;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyLocationTest {
  private @TempDir Path folder;
  private Path file;
  private ClassLoader loader;

  @BeforeEach
  void prepare() throws IOException {
    file = Files.writeString(folder.resolve("my key.pem"), "from the file");
    Path classes = Files.createDirectories(folder.resolve("classes/META-INF")).getParent();
    Files.writeString(classes.resolve("META-INF/key.pem"), "from the class path");
    loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "https://idp.example.com/jwks, true",
    "HTTP://idp.example.com/jwks, true",
    "http:, true",
    "file:/keys.pem, false",
    "https.pem, false",
    "/http:/keys.pem, false",
    "jar:https://idp.example.com/keys.jar!/keys.pem, false",
  })
  void isRemoteIfHttp(String location, boolean remote) {
    assertThat(KeyLocation.isRemote(location)).isEqualTo(remote);
  }

  @Test
  void readsFileByItsPath() throws Exception {
    assertThat(KeyLocation.read(file.toString(), loader)).isEqualTo("from the file");
  }

  @Test
  void readsFileByItsUrl() throws Exception {
    assertThat(KeyLocation.read(file.toUri().toString(), loader)).isEqualTo("from the file");
    assertThat(KeyLocation.read("file:" + file.toUri().getRawPath(), loader))
        .isEqualTo("from the file");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"META-INF/key.pem", "/META-INF/key.pem"})
  void readsClassPathResourceWithAndWithoutSlash(String location) throws Exception {
    assertThat(KeyLocation.read(location, loader)).isEqualTo("from the class path");
  }

  @Test
  void prefersTheFile() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("other" + file.getParent()));
    Files.writeString(classes.resolve(file.getFileName()), "from the class path");
    ClassLoader both =
        new URLClassLoader(new URL[] {folder.resolve("other").toUri().toURL()}, null);

    assertThat(KeyLocation.read(file.toString(), both)).isEqualTo("from the file");
    Files.delete(file);
    assertThat(KeyLocation.read(file.toString(), both)).isEqualTo("from the class path");
  }

  @Test
  void readsOtherUrlsThroughTheirHandlers() throws Exception {
    Path jar = folder.resolve("keys.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("key.pem"));
      zip.write("from the jar".getBytes(UTF_8));
    }

    assertThat(KeyLocation.read("jar:" + jar.toUri() + "!/key.pem", loader))
        .isEqualTo("from the jar");
  }

  @Test
  void saysWhatItTriedIfNothingIsThere() {
    assertThatThrownBy(() -> KeyLocation.read("keys/none.pem", loader))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "'keys/none.pem' is not there: neither a file "
                + Path.of("keys/none.pem").toAbsolutePath()
                + " nor a class path resource");
  }

  @Test
  void saysSoIfFileUrlLeadsNowhere() {
    Path none = folder.resolve("none.pem");

    assertThatThrownBy(() -> KeyLocation.read(none.toUri().toString(), loader))
        .isInstanceOf(IOException.class)
        .hasMessage("there is no file " + none);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"file:///a b.pem", "file://host/key.pem", "file:///key.pem?a=b"})
  void refusesUrlThatNamesNoFile(String location) {
    assertThatThrownBy(() -> KeyLocation.read(location, loader))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expected file:///path");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"smb://Host/orange.pem", "classpath:key.pem", "c2:/key.pem"})
  void refusesSchemeThatNobodyHandles(String location) {
    assertThatThrownBy(() -> KeyLocation.read(location, loader))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("'" + location + "' cannot be read: ");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"C:\\keys\\none.pem", "C:/keys/none.pem", "a\0b.pem"})
  void takesDriveLettersAndOddNamesAsPaths(String location) {
    assertThatThrownBy(() -> KeyLocation.read(location, loader))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not there: neither a file");
  }

  @Test
  void refusesHttp() {
    try (StubJwksServer server = new StubJwksServer()) {
      assertThatThrownBy(() -> KeyLocation.read(server.jwks().toString(), loader))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is fetched over HTTP");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void refusesMoreThanHalfMegabyte() throws Exception {
    Files.writeString(file, " ".repeat(524_288));
    assertThat(KeyLocation.read(file.toString(), loader)).hasSize(524_288);

    Files.writeString(file, " ".repeat(524_289));
    assertThatThrownBy(() -> KeyLocation.read(file.toString(), loader))
        .isInstanceOf(IOException.class)
        .hasMessage("'" + file + "' has more than 524288 bytes");
  }

  @Test
  void refusesBinary() throws Exception {
    Files.write(file, new byte[] {0x30, (byte) 0x82, 1, 2});

    assertThatThrownBy(() -> KeyLocation.read(file.toString(), loader))
        .isInstanceOf(IOException.class)
        .hasMessage("'" + file + "' is not text in UTF-8; expected PEM, a JWK or a JWKS");
  }

  @Test
  void doesNotTakeFolderForFile() {
    assertThatThrownBy(() -> KeyLocation.read(folder.toString(), loader))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not there");
  }
}
