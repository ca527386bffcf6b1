package dev.vouchgate.it.deployment;

import dev.vouchgate.it.deployment.app.BeanResource;
import dev.vouchgate.it.deployment.app.StaffBean;
import dev.vouchgate.it.deployment.app.StaffServlet;
import dev.vouchgate.it.deployment.app.WhoApplication;
import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.server.Server;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How much longer an application takes to deploy with the gate than without: pairs of the same
 * archive, and the medians of their times and of the processor time that the server spent.
 *
 * <p>Asserts nothing, and runs only by name: {@code mvn verify -pl it-tests -am -DskipUnitTests
 * -Dit.test=DeploymentOverheadBenchmark}, with {@code -Pwildfly -Dit.groups=} on another server.
 */
@ExtendWith(SharedServer.class)
class DeploymentOverheadBenchmark {
  private static final System.Logger LOG =
      System.getLogger(DeploymentOverheadBenchmark.class.getName());
  private static final int WARM_UP = 3;
  private static final int PAIRS = 8;

  private final List<Cost> plain = new ArrayList<>();
  private final List<Cost> guarded = new ArrayList<>();

  @Test
  void measure(Server server) throws Exception {
    try (TestIssuer issuer = new TestIssuer()) {
      for (int pair = 0; pair < WARM_UP + PAIRS; pair++) {
        // Whoever is second finds things warmer.
        if (pair % 2 == 0) {
          plain.add(costOf(server, without()));
          guarded.add(costOf(server, with(issuer)));
        } else {
          guarded.add(costOf(server, with(issuer)));
          plain.add(costOf(server, without()));
        }
      }
    }
    report("time", Cost::elapsed);
    report("processor", Cost::processor);
  }

  private void report(String kind, Function<Cost, Duration> part) {
    List<Long> costs = new ArrayList<>();
    for (int pair = WARM_UP; pair < WARM_UP + PAIRS; pair++) {
      long without = part.apply(plain.get(pair)).toMillis();
      long with = part.apply(guarded.get(pair)).toMillis();
      LOG.log(Level.INFO, "{0}, ms: {1} without, {2} with", kind, without, with);
      costs.add(with - without);
    }
    costs.sort(null);
    LOG.log(
        Level.INFO,
        String.format(
            Locale.ROOT,
            "%s: the gate adds %d ms to a deployment (median of %d pairs, %d to %d)",
            kind,
            (costs.get(PAIRS / 2 - 1) + costs.get(PAIRS / 2)) / 2,
            PAIRS,
            costs.get(0),
            costs.get(PAIRS - 1)));
  }

  private static Cost costOf(Server server, WebArchive war) throws IOException {
    Duration processor = processor(server);
    long start = System.nanoTime();
    try (Deployed application = Deployed.to(server, war)) {
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      return new Cost(elapsed, processor(application.server()).minus(processor));
    }
  }

  private static Duration processor(Server server) {
    return server.handle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static WebArchive without() {
    return Wars.of(
        "plain", WhoApplication.class, BeanResource.class, StaffBean.class, StaffServlet.class);
  }

  private static WebArchive with(TestIssuer issuer) {
    return Wars.guarded(
        "guarded",
        issuer,
        WhoApplication.class,
        BeanResource.class,
        StaffBean.class,
        StaffServlet.class);
  }

  /**
   * What a deployment cost.
   *
   * @param elapsed by the clock
   * @param processor of the server's process
   */
  private record Cost(Duration elapsed, Duration processor) {}
}
