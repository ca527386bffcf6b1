package dev.vouchgate.it.bench;

import dev.vouchgate.it.bench.contender.Growth;
import dev.vouchgate.it.bench.contender.Verification;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Complete verification by Vouchgate where there is more and more of something. */
@State(Scope.Benchmark)
public class GrowthBenchmark {
  @Param public Growth growth = Growth.KEYS;

  @Param("1")
  public int size;

  private Verification verification = compact -> "";
  private String[] tokens = {};

  @Setup
  public void prove() throws Exception {
    Growth.Sample sample = growth.of(size);
    verification = sample.verification();
    tokens = sample.tokens().toArray(String[]::new);
  }

  @TearDown
  public void close() {
    verification.close();
  }

  @Benchmark
  public String verify(CpuTime cpu) throws Exception {
    return verification.verify(tokens[(int) (cpu.operations++ % tokens.length)]);
  }
}
