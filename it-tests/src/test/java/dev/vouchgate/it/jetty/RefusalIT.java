package dev.vouchgate.it.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.it.sample.SampleWar;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.server.Server;
import dev.vouchgate.it.server.ServerOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a connection on which Jetty has let the module refuse before a constraint. */
@Tag("jetty")
class RefusalIT {
  private static final int PATIENCE_MILLIS = 20_000;

  @Test
  void leavesTheConnectionToTheNextRequest(@TempDir Path folder) throws Exception {
    Path war = folder.resolve("sample.war");
    Path log = Path.of("target/jetty-refusal.log");

    try (TestIssuer issuer = new TestIssuer();
        Server server = Jetty.start(ServerOptions.loggingTo(log))) {
      SampleWar.trusting(issuer).as(ZipExporter.class).exportTo(war.toFile());
      server.deploy("sample", "/", war);

      try (Socket connection =
          new Socket(InetAddress.getLoopbackAddress(), server.baseUri().getPort())) {
        connection.setSoTimeout(PATIENCE_MILLIS);
        assertThat(status(connection, "/receipt", "Authorization: Bearer forged"))
            .isEqualTo("HTTP/1.1 401 Unauthorized");
        assertThat(status(connection, "/backoffice/all", "Accept: text/plain"))
            .isEqualTo("HTTP/1.1 401 Unauthorized");
        String good = "Authorization: Bearer " + issuer.token("alice", "user");
        assertThat(status(connection, "/receipt", good)).isEqualTo("HTTP/1.1 200 OK");
      }
    }
  }

  /** The first line of an answer whose body is not read. */
  private static String status(Socket connection, String path, String header) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + header + "\r\n\r\n";
    connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    BufferedReader answer =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
    String status = answer.readLine();
    for (String line = status; line != null && !line.isEmpty(); line = answer.readLine()) {
      // to the end of the headers; a refusal has nothing behind them
    }
    return status;
  }
}
