package dev.vouchgate.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.vouchgate.it.matrix.Column;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What every server of the matrix owes to the tests that run on it. */
@Tag("matrix")
class ServerIT {
  private static final String FOLDER_OPTION = "-Djava.io.tmpdir=";

  @TempDir static Path archives;
  private static Server server;

  @BeforeAll
  static void start() {
    server = Column.underTest().start(ServerOptions.loggingTo(Path.of("target/server-it.log")));
  }

  @AfterAll
  static void endLeavesNothingBehind() {
    Path folder = folderOf(server.handle());
    assertThat(folder).exists();

    server.close();

    assertThat(server.handle().isAlive()).isFalse();
    assertThat(folder).doesNotExist();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void listensOnLoopbackAlone() throws IOException {
    assertThat(ListeningSockets.of(server.handle().pid()))
        .isNotEmpty()
        .allMatch(ListeningSockets::isLoopback, "is TCP on 127.0.0.1");
  }

  @Test
  void deploysOneArchiveAfterTheOtherAtTheSamePlace() throws Exception {
    server.deploy("first", "/", archiveThatSays("one"));
    assertThat(get("said.html").body()).isEqualTo("one");
    server.undeploy("first");
    assertThat(get("said.html").statusCode()).isEqualTo(404);

    server.deploy("second", "/", archiveThatSays("two"));
    assertThat(get("said.html").body()).isEqualTo("two");
    server.undeploy("second");
  }

  @Test
  void servesTwoArchivesSideBySide() throws Exception {
    server.deploy("left", "/left", archiveThatSays("one"));
    server.deploy("right", "/right", archiveThatSays("two"));

    assertThat(get("left/said.html").body()).isEqualTo("one");
    assertThat(get("right/said.html").body()).isEqualTo("two");
    server.undeploy("left");
    assertThat(get("right/said.html").body()).isEqualTo("two");
    server.undeploy("right");
  }

  @Test
  void saysWhenTheServerRefusesAnArchive() throws IOException {
    Path broken = Files.writeString(archives.resolve("broken.war"), "no archive");

    assertThatIllegalStateException().isThrownBy(() -> server.deploy("broken", "/broken", broken));
  }

  private static Path folderOf(ProcessHandle process) {
    return Arrays.stream(process.info().arguments().orElseThrow())
        .filter(argument -> argument.startsWith(FOLDER_OPTION))
        .map(argument -> Path.of(argument.substring(FOLDER_OPTION.length())))
        .findFirst()
        .orElseThrow();
  }

  private static Path archiveThatSays(String text) throws IOException {
    Path archive = Files.createTempFile(archives, "archive", ".war");
    ShrinkWrap.create(WebArchive.class)
        .addAsWebResource(new StringAsset(text), "said.html")
        .as(ZipExporter.class)
        .exportTo(archive.toFile(), true);
    return archive;
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(server.baseUri().resolve(path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
