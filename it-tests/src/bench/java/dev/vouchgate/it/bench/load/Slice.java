package dev.vouchgate.it.bench.load;

/**
 * What was measured of one server in one stretch of time.
 *
 * @param pair which server
 * @param gate whether with the gate
 * @param traffic what the requests brought along
 * @param round which start of the server
 * @param requests how many were answered
 * @param micros how long that took
 * @param cpuMicros the processor time that the server spent, all threads and the collector included
 * @param bytes what its threads allocated
 */
public record Slice(
    Pair pair,
    boolean gate,
    Traffic traffic,
    int round,
    long requests,
    long micros,
    long cpuMicros,
    long bytes) {
  private static final double SECOND = 1e6;

  /** Requests in a second of the clock: whoever sends them works on the same machine. */
  public double perSecond() {
    return requests * SECOND / micros;
  }

  /** Microseconds of the server's processor time for a request. */
  public double cpuMicrosEach() {
    return (double) cpuMicros / requests;
  }

  /** Bytes that were allocated for a request. */
  public double bytesEach() {
    return (double) bytes / requests;
  }
}
