package dev.vouchgate.it.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.vouchgate.it.server.ServerOptions;
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
import java.util.Map;
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
    server = PayaraMicro.start(ServerOptions.loggingTo(Path.of("target/payara-micro-it.log")));
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
    server.deploy("first", "/", archive(Map.of("index.html", "one")));
    assertThat(get("").body()).isEqualTo("one");
    server.undeploy("first");
    assertThat(get("").statusCode()).isEqualTo(404);

    server.deploy("second", "/", archive(Map.of("index.html", "two")));
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

  @Test
  void leavesNoSettingOfOneArchiveToTheNext() throws Exception {
    String page =
        "<%= org.eclipse.microprofile.config.ConfigProvider.getConfig()"
            + ".getOptionalValue(\"of.the.first\", String.class).orElse(\"none\") %>";
    String settings = "WEB-INF/classes/META-INF/microprofile-config.properties";

    server.deploy("with", "/", archive(Map.of("index.jsp", page, settings, "of.the.first=some")));
    assertThat(get("").body()).isEqualTo("some");
    server.undeploy("with");

    server.deploy("without", "/", archive(Map.of("index.jsp", page)));
    assertThat(get("").body()).isEqualTo("none");
    server.undeploy("without");
  }

  private static Path archive(Map<String, String> entries) throws IOException {
    Path archive = Files.createTempFile(folder, "archive", ".war");
    try (OutputStream file = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return archive;
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = server.baseUri().resolve(path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
