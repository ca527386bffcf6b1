package dev.vouchgate.it.keycloak;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.vouchgate.it.Poll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A running Keycloak in a process of its own, bound to 127.0.0.1 alone, its database in memory.
 *
 * <p>It ends with {@link #close()}, with this JVM, and when this JVM is killed: a shell between the
 * two waits for the end of its input and then ends the server.
 */
public final class KeycloakServer implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final URI baseUri;
  private final String password;
  private final Object ending = new Object();

  private KeycloakServer(Process process, URI baseUri, String password) {
    this.process = process;
    this.baseUri = baseUri;
    this.password = password;
  }

  /**
   * Starts a server and waits until its realms issue tokens.
   *
   * @param home an unpacked distribution, which is built for this use if it was not before
   * @param realms files in Keycloak's export format, one realm each, named after the realm
   * @param log where the server's log goes
   * @throws IllegalStateException if it does not start; the reason is in its log
   */
  public static KeycloakServer start(Path home, List<Path> realms, Path log) {
    try {
      KeycloakHome distribution = new KeycloakHome(home);
      distribution.build(log);
      distribution.importRealms(realms);
      int port = freePort();
      URI baseUri = URI.create("http://127.0.0.1:" + port + "/");
      String password = UUID.randomUUID().toString();
      Process process =
          distribution
              .startCommand(port, password)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log.toFile()))
              .start();
      KeycloakServer server = new KeycloakServer(process, baseUri, password);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "end-keycloak"));
      server.awaitStart(realms);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The issuer of a realm's tokens, which is where its metadata is found. */
  public URI issuer(String realm) {
    return baseUri.resolve("realms/" + realm);
  }

  /** Where a realm is administered. */
  URI administration(String realm) {
    return baseUri.resolve("admin/realms/" + realm);
  }

  /** A token that is allowed to, for a minute. */
  String administratorToken() {
    return new TokenClient(issuer("master"))
        .password("admin-cli", KeycloakHome.ADMINISTRATOR, password);
  }

  /** The shell, whose child is the server. */
  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Ends the server, by force if it does not go in good time. Calling it again does nothing. */
  @Override
  public void close() {
    synchronized (ending) {
      List<ProcessHandle> family = process.descendants().toList();
      try {
        process.getOutputStream().close();
        if (!process.waitFor(STOP_LIMIT.toSeconds(), SECONDS)) {
          family.forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly().waitFor();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        family.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  private void awaitStart(List<Path> realms) {
    try {
      for (Path realm : realms) {
        URI issuer = issuer(KeycloakHome.realmOf(realm));
        URI metadata = URI.create(issuer + "/.well-known/openid-configuration");
        Poll.until(START_LIMIT, "Keycloak to publish " + metadata, () -> publishes(metadata));
      }
    } catch (IllegalStateException e) {
      close();
      throw e;
    }
  }

  private boolean publishes(URI metadata) {
    if (!process.isAlive()) {
      throw new IllegalStateException("Keycloak has ended; see its log.");
    }
    try {
      HttpRequest request = HttpRequest.newBuilder(metadata).timeout(START_LIMIT).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYetListening) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while Keycloak was starting.", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
