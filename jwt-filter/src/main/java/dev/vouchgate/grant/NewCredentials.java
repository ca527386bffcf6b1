package dev.vouchgate.grant;

import dev.vouchgate.codec.Base64Url;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Makes credentials for a client, with the settings that know them again: {@code java -cp
 * jwt-filter.jar dev.vouchgate.grant.NewCredentials orders}.
 */
public final class NewCredentials {
  private static final int SECRET_LENGTH = 32;

  private NewCredentials() {}

  /**
   * Writes a new secret and a new API key, or with {@code -} after the name the setting for the
   * secret that the standard input has.
   *
   * @param arguments the client's name, and maybe {@code -}
   * @throws IOException if there is no standard input or output
   */
  public static void main(String[] arguments) throws IOException {
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      String answer = answer(System.in, PasswordHash.ITERATIONS, arguments);
      out.write(answer.getBytes(StandardCharsets.UTF_8));
    }
  }

  static String answer(InputStream in, int iterations, String... arguments) throws IOException {
    if (arguments.length == 0 || arguments.length > 2) {
      return "expected a client's name, and maybe - to read its secret from standard input\n";
    }
    String setting = "vouchgate.issue.client." + arguments[0];
    if (arguments.length == 2) {
      String secret = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      return secret.isEmpty()
          ? "no secret in standard input\n"
          : setting + secretHash(secret, iterations);
    }
    byte[] random = new byte[SECRET_LENGTH];
    new SecureRandom().nextBytes(random);
    String secret = Base64Url.encode(random);
    ApiKey key = ApiKey.random(arguments[0]);
    return "secret: "
        + secret
        + "\n"
        + setting
        + secretHash(secret, iterations)
        + "API key: "
        + key.text()
        + "\n"
        + setting
        + ".api-key="
        + key.hash().text()
        + "\n";
  }

  private static String secretHash(String secret, int iterations) {
    return ".secret=" + PasswordHash.of(secret, iterations).text() + "\n";
  }
}
