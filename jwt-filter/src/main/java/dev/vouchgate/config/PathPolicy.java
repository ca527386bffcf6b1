package dev.vouchgate.config;

import java.util.List;
import java.util.Set;

/**
 * Which callers may use which paths.
 *
 * @param name how the configuration calls it
 * @param paths {@code /exact}, {@code /prefix/*} or {@code *.suffix}, as in Servlet 6 §12.2; not
 *     empty
 * @param methods HTTP methods, exact case; empty for all
 * @param roles of which the caller needs one; {@link #ANY_CALLER} for any proven caller; not empty
 */
public record PathPolicy(String name, List<String> paths, Set<String> methods, Set<String> roles) {
  /** The role that every proven caller has (Servlet 6 §13.3). */
  public static final String ANY_CALLER = "**";

  /** Copies what it is given. */
  public PathPolicy {
    paths = List.copyOf(paths);
    methods = Set.copyOf(methods);
    roles = Set.copyOf(roles);
  }
}
