package dev.vouchgate.it.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.server.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What {@code mvn -Prun} prints is pasted into a shell, as the reader would. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SampleMainIT {

  private static final int CURL_SAW_AN_ERROR_STATUS = 22;

  private static int port;
  private static Process launcher;
  private static BufferedReader output;
  private static final List<String> CURLS = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    port = twoFreePorts();
    launcher = launch(port, "two");
    output = launcher.inputReader(UTF_8);
    List<String> printed = new ArrayList<>();
    while (CURLS.size() < 5) {
      String line = output.readLine();
      assertThat(line).as("the end of: %s", printed).isNotNull();
      printed.add(line);
      if (line.startsWith("curl ")) {
        CURLS.add(line);
      }
    }
  }

  @AfterAll
  static void end() throws InterruptedException {
    List<ProcessHandle> servers = launcher.descendants().toList();
    launcher.destroy();
    assertThat(launcher.waitFor(30, SECONDS)).isTrue();
    assertThat(servers).hasSize(2).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void firstCurlIsRefusedForWantOfAToken() throws Exception {
    assertThat(paste(CURLS.get(0))).contains("HTTP/1.1 401", "WWW-Authenticate: Bearer realm=");
  }

  @Test
  void secondCurlIsAUserButNoAdmin() throws Exception {
    assertThat(paste(CURLS.get(1)))
        .contains("{\"caller\":\"alice\"", "200 " + url("user"), "403 " + url("admin"));
  }

  @Test
  void thirdCurlIsAnAdminToo() throws Exception {
    assertThat(paste(CURLS.get(2)))
        .contains("{\"caller\":\"bob\"", "200 " + url("user"), "200 " + url("admin"));
  }

  @Test
  void fourthCurlIsAnsweredByWayOfAnotherService() throws Exception {
    assertThat(paste(CURLS.get(3)))
        .contains(
            "\"caller\":\"alice\"", "\"asked as\":\"orders\"", "200 " + url("availability/tea"));
  }

  @Test
  void fifthCurlIsRefusedAsItsTokenIsForAnotherService() throws Exception {
    assertThat(paste(CURLS.get(4))).contains("HTTP/1.1 401", "error=\"invalid_token\"");
  }

  @Test
  void tokensAreNotForOtherNamesOfThisMachine() throws Exception {
    assertThat(paste("curl -si -X POST -H 'Host: shop.test' '" + url("demo/token?as=admin") + "'"))
        .contains("HTTP/1.1 404")
        .doesNotContain("eyJ");
  }

  @Test
  void secondLauncherFindsThePortTaken() throws Exception {
    Process second = launch(port, "one");

    assertThat(new String(second.getInputStream().readAllBytes(), UTF_8))
        .contains("Port " + port + " cannot be had");
    assertThat(second.waitFor()).isEqualTo(1);
  }

  /** The first of two in a row. */
  private static int twoFreePorts() {
    int first = FreePort.any();
    for (int next = FreePort.any(); next != first + 1; next = FreePort.any()) {
      first = next;
    }
    return first;
  }

  private static String url(String path) {
    return "http://127.0.0.1:" + port + "/" + path;
  }

  private static Process launch(int port, String services) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-classpath",
            System.getProperty("java.class.path"),
            SampleMain.class.getName(),
            Integer.toString(port),
            System.getProperty("sample.war"),
            "target/payara-micro-run.log",
            services)
        .redirectErrorStream(true)
        .start();
  }

  private static String paste(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("bash", "-c", command).redirectErrorStream(true).start();
    String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertThat(shell.waitFor()).as(output).isIn(0, CURL_SAW_AN_ERROR_STATUS);
    return output;
  }
}
