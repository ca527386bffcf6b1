package dev.vouchgate.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses a process listens on or receives datagrams at, as Linux's {@code /proc} has them.
 */
final class ListeningSockets {

  private static final String LISTEN = "0A";
  private static final String UNCONNECTED = "07";

  private ListeningSockets() {}

  /** Such as {@code tcp 0100007F:1F90}: address in hexadecimal, in the machine's byte order. */
  static List<String> of(long pid) throws IOException {
    Set<String> inodes;
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      inodes = descriptors.map(ListeningSockets::target).collect(Collectors.toSet());
    }
    return Stream.of("tcp", "tcp6", "udp", "udp6")
        .flatMap(protocol -> rows(pid, protocol, inodes))
        .toList();
  }

  /** Whether one of these is TCP on 127.0.0.1. */
  static boolean isLoopback(String socket) {
    return socket.startsWith("tcp 0100007F:")
        || socket.startsWith("tcp6 0000000000000000FFFF00000100007F:");
  }

  private static Stream<String> rows(long pid, String protocol, Set<String> inodes) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/net/" + protocol)).stream()
          .skip(1)
          .map(line -> line.trim().split("\\s+"))
          .filter(row -> row[3].equals(LISTEN) || row[3].equals(UNCONNECTED))
          .filter(row -> inodes.contains("socket:[" + row[9] + "]"))
          .map(row -> protocol + " " + row[1]);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + protocol, e);
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "closed meanwhile";
    }
  }
}
