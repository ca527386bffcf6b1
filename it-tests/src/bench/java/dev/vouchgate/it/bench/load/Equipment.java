package dev.vouchgate.it.bench.load;

import dev.vouchgate.it.server.JavaHome;
import java.nio.file.Path;
import java.util.Map;

/**
 * What every server of a run is measured with.
 *
 * @param java what it runs on
 * @param wrk what puts load on it
 * @param archives what it serves
 * @param credentials files with the Authorization headers to send
 * @param logs the folder for its log
 */
record Equipment(
    JavaHome java, Wrk wrk, Archives archives, Map<Traffic, Path> credentials, Path logs) {

  Equipment {
    credentials = Map.copyOf(credentials);
  }
}
