package dev.vouchgate.it.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PayaraMicroIT {

  @TempDir static Path folder;
  private static PayaraMicro server;

  @BeforeAll
  static void start() {
    server = PayaraMicro.start(PayaraMicroOptions.loggingTo(Path.of("target/payara-micro-it.log")));
  }

  @AfterAll
  static void end() {
    server.close();
    assertThat(server.handle().isAlive()).isFalse();
    assertThat(server.folder()).doesNotExist();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void listensOnLoopbackAlone() throws IOException {
    assertThat(ListeningSockets.of(server.handle().pid()))
        .isNotEmpty()
        .allMatch(socket -> socket.startsWith("tcp 0100007F:"), "is TCP on 127.0.0.1");
  }

  @Test
  void deploysOneArchiveAfterTheOtherAtTheSamePlace() throws Exception {
    server.deploy("first", "/", archiveSaying("one"));
    assertThat(get("").body()).isEqualTo("one");
    server.undeploy("first");
    assertThat(get("").statusCode()).isEqualTo(404);

    server.deploy("second", "/", archiveSaying("two"));
    assertThat(get("").body()).isEqualTo("two");
    server.undeploy("second");
  }

  @Test
  void saysWhenTheServerRefusesAnArchive() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.war"), "no archive");

    assertThatIllegalStateException()
        .isThrownBy(() -> server.deploy("broken", "/broken", broken))
        .withMessageContaining("refused")
        .withMessageContaining("broken.war");
  }

  private static Path archiveSaying(String words) throws IOException {
    Path archive = folder.resolve(words + ".war");
    try (OutputStream file = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("index.html"));
      zip.write(words.getBytes(StandardCharsets.UTF_8));
    }
    return archive;
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = server.baseUri().resolve(path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
