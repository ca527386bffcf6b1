package dev.vouchgate.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DefaultTlsTest {

  @Test
  void fetcherWaitsForAServerThatMakesItsTlsContextLate() throws Exception {
    // For this the JVM refuses to make a default context, once and for all.
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djavax.net.ssl.keyStore=/there/is/no/such.p12",
                "-classpath",
                System.getProperty("java.class.path"),
                WithoutDefaultTls.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output.lines())
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("over http: {}"),
            line ->
                assertThat(line)
                    .startsWith("over https: https://127.0.0.1:1/keys could not be fetched:")
                    .contains("this JVM has no default TLS context"),
            line ->
                assertThat(line)
                    .startsWith("over https, later: https://127.0.0.1:1/keys could not be fetched:")
                    .contains("fetched: no connection"));
  }
}
