package dev.vouchgate.it.bench.rotation;

import dev.vouchgate.it.Poll;
import dev.vouchgate.it.payara.PayaraMicro;
import dev.vouchgate.it.server.FreePort;
import dev.vouchgate.it.server.JavaHome;
import dev.vouchgate.it.server.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sample twice, {@code orders} and the {@code inventory} that it calls; a new key every two
 * seconds, and 200 calls a second through both. Ends this JVM with 1 if one of them fails.
 */
public final class RotationMain {
  private static final System.Logger LOG = System.getLogger(RotationMain.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final int PER_SECOND = 200;

  private RotationMain() {}

  /**
   * Takes how long is measured ({@code smoke} for ten seconds, otherwise two minutes), the major
   * version of the Java that the servers run on, two that it does not need, the folder to write to,
   * and the sample's archive.
   */
  public static void main(String... arguments) throws Exception {
    Duration length = Duration.ofSeconds(arguments[0].equals("smoke") ? 10 : 120);
    JavaHome java = JavaHome.ofVersion(Integer.parseInt(arguments[1]));
    Path results = Files.createDirectories(Path.of(arguments[4]));
    Path archive = Path.of(arguments[5]);
    int ordersPort = FreePort.any();
    String self = "http://127.0.0.1:" + ordersPort;
    try (PayaraMicro inventory = PayaraMicro.start(java, inventory(self, results));
        PayaraMicro orders =
            PayaraMicro.start(java, orders(self, inventory.baseUri(), results, ordersPort))) {
      orders.deploy("orders", "/", archive);
      inventory.deploy("inventory", "/", archive);
      Counted counted = calls(orders.baseUri(), length);
      Files.writeString(results.resolve("rotation-java-" + arguments[1] + ".txt"), counted + "\n");
      LOG.log(System.Logger.Level.INFO, counted.toString());
      if (counted.failed() > 0) {
        System.exit(1);
      }
    }
  }

  private static Counted calls(URI orders, Duration length)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    String token =
        client
            .send(
                HttpRequest.newBuilder(orders.resolve("demo/token?as=user"))
                    .POST(BodyPublishers.noBody())
                    .build(),
                BodyHandlers.ofString())
            .body();
    HttpRequest call =
        HttpRequest.newBuilder(orders.resolve("availability/tea"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .build();
    Poll.until(PATIENCE, "the first answer through both services", () -> isAnswered(client, call));
    Calls load = new Calls(client, call, orders.resolve(".well-known/jwks.json"));
    // So that what is compiled and connected in the beginning does not count, nor pile up.
    for (int perSecond : new int[] {20, 50, 100, PER_SECOND}) {
      LOG.log(System.Logger.Level.INFO, "Warming up: {0}", load.run(perSecond, WARM_UP));
    }
    return load.run(PER_SECOND, length);
  }

  private static boolean isAnswered(HttpClient client, HttpRequest call) {
    try {
      return client.send(call, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static ServerOptions orders(String self, URI inventory, Path results, int port) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("vouchgate.demo", "true");
    settings.put("mp.jwt.verify.issuer", self + "/demo");
    settings.put("mp.jwt.verify.publickey.location", self + "/demo/jwks");
    settings.put("vouchgate.issue.issuer", self);
    settings.put("vouchgate.issue.rotation", "2s");
    settings.put("vouchgate.issue.publish-ahead", "6s");
    settings.put("vouchgate.issue.lifetime", "3s");
    settings.put("vouchgate.issue.lifetime.longest", "10s");
    settings.put("vouchgate.call.inventory.roles", "user");
    settings.put("inventory/mp-rest/url", inventory.toString());
    return options(results.resolve("rotation-orders.log"), settings).withHttpPort(port);
  }

  private static ServerOptions inventory(String issuer, Path results) {
    return options(
        results.resolve("rotation-inventory.log"),
        Map.of(
            "mp.jwt.verify.issuer", issuer,
            "mp.jwt.verify.audiences", "inventory",
            "vouchgate.jwks.min-ttl", "1s"));
  }

  private static ServerOptions options(Path log, Map<String, String> settings) {
    ServerOptions options = ServerOptions.loggingTo(log);
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      options = options.withSystemProperty(setting.getKey(), setting.getValue());
    }
    return options;
  }
}
