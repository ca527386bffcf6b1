package dev.vouchgate.it.bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vouchgate.it.bench.load.Pair;
import dev.vouchgate.it.bench.load.Slice;
import dev.vouchgate.it.bench.load.Traffic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTableTest {
  @TempDir private Path folder;

  @Test
  void comparesNeighboursInTime() throws Exception {
    // While the second two were measured, somebody else had the machine.
    LoadRun run =
        read(
            slice(false, 50_000, 1_000_000),
            slice(true, 48_000, 1_200_000),
            slice(true, 12_000, 600_000),
            slice(false, 12_500, 500_000));

    assertThat(new LoadTable(run, Pair.TOMCAT).markdown().lines().skip(2))
        .containsExactly(
            "| one token, again and again | 31,250 | 30,000 | 0.960 ± 0.0 % |"
                + " 30.0 | 37.5 | 0.800 ± 0.0 % | 2,000 | 2,000 |");
    assertThat(new LoadTable(run, Pair.PAYARA_MICRO).isEmpty()).isTrue();
  }

  @Test
  void standsOnThePageWithWhatItWasMeasuredOn() throws Exception {
    LoadRun run = read(slice(false, 50_000, 1_000_000), slice(true, 48_000, 1_200_000));

    assertThat(new PerformancePage(Map.of(), List.of(run)).markdown())
        .contains("### Java 17.0.15, Any VM\n")
        .contains("2026-11-22, plan `smoke`, on a machine, by wrk 4.1. **These figures mean")
        .contains("\nTomcat 1 with the servlet filter, and without it:\n")
        .doesNotContain("fixed caller:");
  }

  @Test
  void leavesNoTraceOnThePageWithoutARun() {
    assertThat(new PerformancePage(Map.of(), List.of()).markdown()).doesNotContain("under load");
  }

  private LoadRun read(Slice... slices) throws Exception {
    Path json = folder.resolve("load-java-17.json");
    new ObjectMapper().writeValue(json.toFile(), slices);
    Files.writeString(
        folder.resolve("load-java-17.properties"),
        """
        date=2026-11-22
        plan=smoke
        machine=a machine
        wrk=4.1
        java=17.0.15, Any VM
        TOMCAT=Tomcat 1
        """);
    return LoadRun.read(json);
  }

  /** Of a second. */
  private static Slice slice(boolean gate, long requests, long cpuMicros) {
    return new Slice(
        Pair.TOMCAT, gate, Traffic.REPEATED, 0, requests, 1_000_000, cpuMicros, 2000 * requests);
  }
}
