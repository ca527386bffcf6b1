package dev.vouchgate.it.bench.load;

import dev.vouchgate.it.server.Server;
import dev.vouchgate.it.server.ServerOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** One server of a pair, running. */
final class Side implements AutoCloseable {
  private static final String CALLER = "jdoe";
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  private final Pair pair;
  private final boolean gate;
  private final Equipment equipment;
  private final Server server;
  private final Client client;

  private Side(Pair pair, boolean gate, Equipment equipment, Server server) {
    this.pair = pair;
    this.gate = gate;
    this.equipment = equipment;
    this.server = server;
    this.client = new Client(server.baseUri());
  }

  /**
   * Starts it.
   *
   * @throws IllegalStateException if it does not start, or does not judge credentials as it is to
   */
  static Side start(Pair pair, boolean gate, Equipment equipment) throws IOException {
    Path log = equipment.logs().resolve(Archives.nameOf(pair, gate) + ".log");
    Server server =
        pair.start(
            equipment.java(),
            ServerOptions.loggingTo(log).withJvm(Pair.JVM),
            equipment.archives().of(pair, gate));
    Side side = new Side(pair, gate, equipment, server);
    try {
      side.prove();
      return side;
    } catch (IOException | RuntimeException e) {
      side.close();
      throw e;
    }
  }

  Client.Probe probe() throws IOException {
    return client.probe("");
  }

  void warmUp(Traffic traffic, int seconds) {
    load(traffic, seconds);
  }

  Slice measure(Traffic traffic, int round, int seconds) throws IOException {
    long bytes = probe().allocated();
    Duration processor = processor();
    Wrk.Count count = load(traffic, seconds);
    Duration spent = processor().minus(processor);
    return new Slice(
        pair,
        gate,
        traffic,
        round,
        count.requests(),
        count.micros(),
        spent.toNanos() / 1000,
        probe().allocated() - bytes);
  }

  @Override
  public void close() {
    server.close();
  }

  private Wrk.Count load(Traffic traffic, int seconds) {
    Wrk.Count count =
        equipment.wrk().run(server.baseUri().resolve("hello"), credentials(traffic), seconds);
    long refused = gate && traffic == Traffic.FORGED ? count.requests() : 0;
    if (count.requests() == 0 || count.broken() > 0 || count.refused() != refused) {
      throw new IllegalStateException(
          this + ", " + traffic + ": " + count + ", of which " + refused + " should be refused");
    }
    return count;
  }

  private Path credentials(Traffic traffic) {
    return Objects.requireNonNull(equipment.credentials().get(traffic));
  }

  private Duration processor() {
    return server.handle().info().totalCpuDuration().orElseThrow();
  }

  /** That what is measured is there, and what is not is not. */
  private void prove() throws IOException {
    if (gate) {
      expect(Traffic.REPEATED, OK, CALLER);
      expect(Traffic.ANONYMOUS, OK, "");
      expect(Traffic.FORGED, UNAUTHORIZED, "");
    } else {
      String anybody = pair == Pair.PAYARA_MICRO ? CALLER : "";
      expect(Traffic.REPEATED, OK, anybody);
      expect(Traffic.ANONYMOUS, OK, anybody);
      expect(Traffic.FORGED, OK, anybody);
    }
  }

  private void expect(Traffic traffic, int status, String caller) throws IOException {
    try (var lines = Files.lines(credentials(traffic))) {
      Client.Probe found = client.probe(lines.findFirst().orElseThrow());
      if (found.status() != status || !found.caller().equals(caller)) {
        throw new IllegalStateException(
            this + " answers " + traffic + " by " + found + ", not " + status + " " + caller);
      }
    }
  }

  @Override
  public String toString() {
    return pair + " " + (gate ? pair.with() : pair.without());
  }
}
