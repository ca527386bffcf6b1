package dev.vouchgate.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.StubJwksServer;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrlResourceTest {
  private @TempDir Path folder;
  private String url;

  @BeforeEach
  void writeJar() throws IOException {
    Path jar = folder.resolve("keys.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("key.pem"));
      zip.write("a key".getBytes(UTF_8));
    }
    url = "jar:" + jar.toUri() + "!/key.pem";
  }

  @Test
  void readsThroughThePlatformsHandlers() throws Exception {
    assertThat(UrlResource.read(url, 5)).isEqualTo("a key".getBytes(UTF_8));
  }

  @Test
  void refusesOneByteMoreThanTheCap() {
    assertThatThrownBy(() -> UrlResource.read(url, 4))
        .isInstanceOf(IOException.class)
        .hasMessage("it has more than 4 bytes");
  }

  @Test
  void refusesSchemeThatNobodyHandles() {
    assertThatThrownBy(() -> UrlResource.read("smb://host/key.pem", 100))
        .isInstanceOf(MalformedURLException.class)
        .hasMessageContaining("smb");
  }

  @Test
  void refusesHttpInDisguise() {
    try (StubJwksServer server = new StubJwksServer()) {
      server.on("/a.jar", Answer.of("not read"));

      assertThatThrownBy(() -> UrlResource.read("JAR:" + server.uri("/a.jar") + "!/key.pem", 100))
          .isInstanceOf(IOException.class)
          .hasMessage("a jar behind http is not read");
      assertThat(server.requests()).isEmpty();
    }
  }
}
