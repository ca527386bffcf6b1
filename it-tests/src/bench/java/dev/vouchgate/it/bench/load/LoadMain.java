package dev.vouchgate.it.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vouchgate.it.bench.RunFacts;
import dev.vouchgate.it.bench.token.Algorithm;
import dev.vouchgate.it.bench.token.Trust;
import dev.vouchgate.it.server.JavaHome;
import dev.vouchgate.it.server.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jose4j.lang.JoseException;

/**
 * Puts load on servers of this machine, with the gate and without it in turns, and leaves behind
 * what was counted.
 */
public final class LoadMain {
  /** What the names of the files that it leaves behind begin with. */
  public static final String PREFIX = "load-";

  /** Facts of a run, beside those of {@link RunFacts} and the servers by their constants. */
  public static final String JAVA = "java";

  public static final String WRK = "wrk";

  private static final System.Logger LOG = System.getLogger(LoadMain.class.getName());

  private final LoadPlan plan;
  private final Equipment equipment;
  private final RunFacts facts;
  private final List<Slice> slices = new ArrayList<>();

  private LoadMain(LoadPlan plan, Equipment equipment, RunFacts facts) {
    this.plan = plan;
    this.equipment = equipment;
    this.facts = facts;
  }

  /**
   * Takes how long is measured ({@code smoke}, {@code quick}, {@code full}), the major version of
   * the Java that the servers run on, two that it does not need, the folder to write to, and the
   * sample's archive.
   */
  public static void main(String... arguments) throws IOException, JoseException {
    String plan = arguments[0];
    JavaHome java = JavaHome.ofVersion(Integer.parseInt(arguments[1]));
    Path results = Files.createDirectories(Path.of(arguments[4]));
    Path folder = Files.createTempDirectory(PREFIX);
    try {
      Wrk wrk = Wrk.in(folder);
      RunFacts facts = RunFacts.ofThisMachine(plan);
      facts.facts().setProperty(WRK, wrk.version());
      Trust trust = new Trust(Algorithm.RS256);
      Archives archives = new Archives(Path.of(arguments[5]), trust, folder);
      LoadMain main =
          new LoadMain(
              LoadPlan.valueOf(plan.toUpperCase(Locale.ROOT)),
              new Equipment(java, wrk, archives, credentials(trust, folder), results),
              facts);
      main.run();
      String name = PREFIX + "java-" + arguments[1];
      new ObjectMapper().writeValue(results.resolve(name + ".json").toFile(), main.slices);
      facts.write(results.resolve(name + ".properties"));
    } finally {
      TemporaryFolder.delete(folder);
    }
  }

  private static Map<Traffic, Path> credentials(Trust trust, Path folder)
      throws IOException, JoseException {
    Map<Traffic, Path> files = new EnumMap<>(Traffic.class);
    for (Traffic traffic : Traffic.values()) {
      files.put(traffic, Files.write(folder.resolve(traffic + ".txt"), traffic.credentials(trust)));
    }
    return files;
  }

  private void run() throws IOException {
    for (int round = 0; round < plan.rounds(); round++) {
      for (Pair pair : Pair.values()) {
        LOG.log(System.Logger.Level.INFO, "round {0} of {1}, {2}", round + 1, plan.rounds(), pair);
        try (Side without = Side.start(pair, false, equipment);
            Side with = Side.start(pair, true, equipment)) {
          remember(pair, with.probe());
          for (Traffic traffic : Traffic.values()) {
            measure(traffic, round, without, with);
          }
        }
      }
    }
  }

  private void remember(Pair pair, Client.Probe probe) {
    facts.facts().setProperty(pair.name(), probe.server());
    facts.facts().setProperty(JAVA, probe.java());
  }

  private void measure(Traffic traffic, int round, Side without, Side with) throws IOException {
    without.warmUp(traffic, plan.warmUp(traffic));
    with.warmUp(traffic, plan.warmUp(traffic));
    for (int slice = 0; slice < plan.slices(traffic); slice++) {
      // One, the other, the other, the one: what changes with time is in both.
      boolean gate = (slice + slice / 2 + round) % 2 == 1;
      Slice measured = (gate ? with : without).measure(traffic, round, plan.seconds());
      LOG.log(
          System.Logger.Level.INFO,
          String.format(
              Locale.ROOT,
              "%s, %s: %,.0f requests/s, %.1f µs of CPU and %,.0f bytes each",
              gate ? with : without,
              traffic.title(),
              measured.perSecond(),
              measured.cpuMicrosEach(),
              measured.bytesEach()));
      slices.add(measured);
    }
  }
}
