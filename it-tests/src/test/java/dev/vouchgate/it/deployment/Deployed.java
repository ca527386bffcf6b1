package dev.vouchgate.it.deployment;

import dev.vouchgate.it.server.Server;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;

/**
 * An archive in a server until it is closed; its name is its context root too, if it is a WAR's.
 *
 * @param server where it is
 * @param name the application's name
 */
record Deployed(Server server, String name) implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Deploys an archive.
   *
   * @throws IllegalStateException if the server refuses it
   */
  static Deployed to(Server server, Archive<?> archive) throws IOException {
    Path folder = Files.createTempDirectory("deployed-");
    Path file = folder.resolve(archive.getName());
    String name = archive.getName().replaceFirst("\\.[a-z]+$", "");
    try {
      archive.as(ZipExporter.class).exportTo(file.toFile());
      server.deploy(name, "/" + name, file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
    return new Deployed(server, name);
  }

  /** A web module of this archive, which comes and goes with it. */
  Deployed module(String contextRoot) {
    return new Deployed(server, contextRoot);
  }

  /** What it answers whoever brings no credentials. */
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  /** What it answers to many requests at once, of nobody's. */
  List<Integer> statuses(String path, int requests) {
    List<CompletableFuture<HttpResponse<Void>>> answers =
        Stream.generate(
                () ->
                    CLIENT.sendAsync(
                        request(path).timeout(PATIENCE).build(), BodyHandlers.discarding()))
            .limit(requests)
            .toList();
    return answers.stream().map(CompletableFuture::join).map(HttpResponse::statusCode).toList();
  }

  /** What it answers whoever brings a token. */
  HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
    return send(request(path).header("Authorization", "Bearer " + token));
  }

  /** What it answers whoever brings a name and a password. */
  HttpResponse<String> get(String path, String name, String password)
      throws IOException, InterruptedException {
    byte[] credentials = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    String encoded = Base64.getEncoder().encodeToString(credentials);
    return send(request(path).header("Authorization", "Basic " + encoded));
  }

  @Override
  public void close() {
    server.undeploy(name);
  }

  /** A request to it. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.baseUri().resolve("/" + name + path));
  }

  /** What it answers a request. */
  static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
