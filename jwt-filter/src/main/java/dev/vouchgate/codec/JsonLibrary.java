package dev.vouchgate.codec;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.json.PackageVersion;
import java.security.CodeSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The jackson-core that is found first: the application's, or its container's.
 *
 * <p>{@link StrictJson} needs the limits that 2.15 brought, and must not find out at the first
 * request that they are not there.
 */
public final class JsonLibrary {
  private static final String NEEDED = "expected 2.15 or newer";
  private static final String REMEDY =
      "Put a newer jackson-core into WEB-INF/lib, or, if it is the container's that comes first,"
          + " update the container's.";

  private JsonLibrary() {}

  /** What is wrong with it, and how to mend it; empty if it will do. */
  public static Optional<String> problem() {
    try {
      return problem(
          PackageVersion.VERSION,
          location(PackageVersion.class.getProtectionDomain().getCodeSource()));
    } catch (LinkageError e) {
      return Optional.of("jackson-core is not there (" + e + "); " + NEEDED + ". " + REMEDY);
    }
  }

  static Optional<String> problem(Version found, String location) {
    boolean willDo =
        found.getMajorVersion() > 2
            || (found.getMajorVersion() == 2 && found.getMinorVersion() >= 15);
    return willDo
        ? Optional.empty()
        : Optional.of(
            "jackson-core " + found + " was found at " + location + "; " + NEEDED + ". " + REMEDY);
  }

  static String location(@Nullable CodeSource source) {
    return source == null || source.getLocation() == null
        ? "an unknown place"
        : source.getLocation().toString();
  }
}
