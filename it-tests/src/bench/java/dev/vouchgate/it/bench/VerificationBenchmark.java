package dev.vouchgate.it.bench;

import dev.vouchgate.it.bench.contender.Contender;
import dev.vouchgate.it.bench.contender.Verification;
import dev.vouchgate.it.bench.token.Algorithm;
import dev.vouchgate.it.bench.token.Claims;
import dev.vouchgate.it.bench.token.Trust;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Complete verification of a token with 900 bytes of claims: signature by one of three keys,
 * issuer, audience, expiry.
 */
@State(Scope.Benchmark)
public class VerificationBenchmark {
  @Param public Algorithm algorithm = Algorithm.RS256;
  @Param public Contender contender = Contender.VOUCHGATE;

  private Verification verification = compact -> "";
  private String compact = "";

  @Setup
  public void prove() throws Exception {
    Trust trust = new Trust(algorithm);
    verification = contender.proven(trust);
    compact = trust.sign(Claims.typical());
  }

  @TearDown
  public void close() {
    verification.close();
  }

  @Benchmark
  public String verify(CpuTime cpu) throws Exception {
    cpu.operations++;
    return verification.verify(compact);
  }
}
