package dev.vouchgate.it.bench;

import dev.vouchgate.it.bench.contender.Signer;
import dev.vouchgate.it.bench.token.Algorithm;
import java.util.concurrent.Callable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Signing of a token for one service. */
@State(Scope.Benchmark)
public class SigningBenchmark {
  @Param({"RS256", "PS256", "ES256", "EDDSA"})
  public Algorithm algorithm = Algorithm.RS256;

  @Param public Signer signer = Signer.VOUCHGATE;

  private Callable<?> signing = () -> "";

  @Setup
  public void prepare() throws Exception {
    signing = signer.with(algorithm);
  }

  @Benchmark
  public Object sign(CpuTime cpu) throws Exception {
    cpu.operations++;
    return signing.call();
  }
}
