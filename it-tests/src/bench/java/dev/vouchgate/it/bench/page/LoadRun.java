package dev.vouchgate.it.bench.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vouchgate.it.bench.RunFacts;
import dev.vouchgate.it.bench.load.Pair;
import dev.vouchgate.it.bench.load.Slice;
import dev.vouchgate.it.bench.load.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One run of the load test on one Java; only figures of one run may be compared.
 *
 * @param facts on what it was made
 * @param slices what was measured, in the order of time
 */
record LoadRun(RunFacts facts, List<Slice> slices) {

  LoadRun {
    slices = List.copyOf(slices);
  }

  /** Reads the file that the load test wrote, and the one beside it. */
  static LoadRun read(Path json) throws IOException {
    String name = json.getFileName().toString().replace(".json", ".properties");
    return new LoadRun(
        RunFacts.read(json.resolveSibling(name)),
        List.of(new ObjectMapper().readValue(json.toFile(), Slice[].class)));
  }

  /** Those of one server under one traffic, in the order of time. */
  List<Slice> of(Pair pair, Traffic traffic, boolean gate) {
    return slices.stream()
        .filter(slice -> slice.pair() == pair && slice.traffic() == traffic && slice.gate() == gate)
        .toList();
  }
}
