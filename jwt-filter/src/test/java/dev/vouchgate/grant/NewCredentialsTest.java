package dev.vouchgate.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NewCredentialsTest {

  @Test
  void writesASecretAndAnApiKeyWithTheSettingsThatKnowThem() throws Exception {
    Map<String, String> lines =
        answer("", "orders")
            .lines()
            .collect(Collectors.toMap(l -> l.split(": |=", 2)[0], l -> l.split(": |=", 2)[1]));
    String secret = String.valueOf(lines.get("secret"));
    ApiKey key = ApiKey.parse(String.valueOf(lines.get("API key"))).orElseThrow();
    PasswordHash hash =
        PasswordHash.parse(String.valueOf(lines.get("vouchgate.issue.client.orders.secret")))
            .orElseThrow();
    ApiKey.Hash keyHash =
        ApiKey.Hash.parse(String.valueOf(lines.get("vouchgate.issue.client.orders.api-key")))
            .orElseThrow();

    assertThat(lines).hasSize(4);
    assertThat(secret).hasSize(43);
    assertThat(hash.isOf(secret, KeyDerivation.PLATFORM)).isTrue();
    assertThat(hash.iterations()).isEqualTo(1024);
    assertThat(key.client()).isEqualTo("orders");
    assertThat(keyHash.isOf(key)).isTrue();
    assertThat(keyHash.isOf(ApiKey.random("orders"))).isFalse();
  }

  @Test
  void writesTheSettingForASecretThatIsThereAlready() throws Exception {
    String line = answer("  pässword\n", "orders", "-");
    String prefix = "vouchgate.issue.client.orders.secret=";

    assertThat(line).startsWith(prefix).doesNotContain("pässword");
    assertThat(
            PasswordHash.parse(line.strip().substring(prefix.length()))
                .orElseThrow()
                .isOf("pässword", KeyDerivation.PLATFORM))
        .isTrue();
  }

  @Test
  void saysWhatItExpects() throws Exception {
    assertThat(answer("x")).startsWith("expected a client's name");
    assertThat(answer("x", "a", "-", "b")).startsWith("expected a client's name");
    assertThat(answer(" \n", "orders", "-")).isEqualTo("no secret in standard input\n");
  }

  @Test
  void readsASecretFromAPipe() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                NewCredentials.class.getName(),
                "orders",
                "-")
            .redirectErrorStream(true)
            .start();
    try (OutputStream in = process.getOutputStream()) {
      in.write("s3cret\n".getBytes(StandardCharsets.UTF_8));
    }
    String written = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(written)
        .startsWith("vouchgate.issue.client.orders.secret=PBKDF2WithHmacSHA256:600000:");
  }

  private static String answer(String in, String... arguments) throws IOException {
    return NewCredentials.answer(
        new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), 1024, arguments);
  }
}
