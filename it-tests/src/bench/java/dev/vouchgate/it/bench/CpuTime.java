package dev.vouchgate.it.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What an iteration did, and the processor time that its thread spent on it: unlike the time of the
 * clock that is the same whatever else the machine has to do. The collector's threads are not in
 * it.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class CpuTime {
  /** Counted by the benchmark. */
  public long operations;

  /** Nanoseconds. */
  public long cpuNanos;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private long start;

  @Setup(Level.Iteration)
  public void start() {
    start = threads.getCurrentThreadCpuTime();
  }

  @TearDown(Level.Iteration)
  public void stop() {
    cpuNanos = threads.getCurrentThreadCpuTime() - start;
  }
}
