package dev.vouchgate.keys;

import dev.vouchgate.http.UrlResource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a configured key lies: a file, a class path resource or a URL (MicroProfile JWT 2.1
 * §4.3.2).
 */
public final class KeyLocation {
  private static final int MAX_BYTES = 524_288;
  private static final String FILE = "file:";

  /** A single letter before a colon is a drive. */
  private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

  private KeyLocation() {}

  /**
   * Whether a location is fetched over HTTP and kept fresh, not read once.
   *
   * @param location a path or a URL
   * @return true for http and https
   */
  public static boolean isRemote(String location) {
    return location.regionMatches(true, 0, "http:", 0, 5)
        || location.regionMatches(true, 0, "https:", 0, 6);
  }

  /**
   * Reads what lies at a location, once, up to 512 KiB.
   *
   * @param location a file's path, absolute or relative to the working directory; if there is no
   *     such file, a class path resource, with or without a leading slash; or a {@code file:} URL,
   *     or one of any other scheme that the platform knows, except http and https
   * @param loader the application's class loader
   * @return the text
   * @throws IOException if nothing is there, or it is no text in UTF-8; the message tells what was
   *     tried
   */
  public static String read(String location, ClassLoader loader) throws IOException {
    if (isRemote(location)) {
      throw new IOException("'" + location + "' is fetched over HTTP, not read once");
    }
    return text(location, bytes(location, loader));
  }

  /**
   * Reads a file, once, up to 512 KiB.
   *
   * @param file its path
   * @return the text
   * @throws IOException if it is not there, or is no text in UTF-8
   */
  public static String read(Path file) throws IOException {
    byte[] bytes =
        file(file).orElseThrow(() -> new IOException("there is no file " + file.toAbsolutePath()));
    return text(file.toString(), bytes);
  }

  /**
   * The file that a location means now.
   *
   * @param location as above
   * @return its path; empty if it means anything else, or nothing that is there
   */
  public static Optional<Path> file(String location) {
    try {
      boolean url = location.regionMatches(true, 0, FILE, 0, FILE.length());
      if (!url && URL.matcher(location).matches()) {
        return Optional.empty();
      }
      return Optional.of(url ? path(location) : Path.of(location)).filter(Files::isRegularFile);
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads what lies at a location, be it text or not, once, up to 512 KiB.
   *
   * @param location as for {@link #read}, not remote
   * @param loader the application's class loader
   * @return the bytes
   * @throws IOException if nothing is there; the message tells what was tried
   */
  public static byte[] bytes(String location, ClassLoader loader) throws IOException {
    if (location.regionMatches(true, 0, FILE, 0, FILE.length())) {
      Path path = path(location);
      return file(path)
          .orElseThrow(() -> new IOException("there is no file " + path.toAbsolutePath()));
    }
    if (URL.matcher(location).matches()) {
      try {
        return UrlResource.read(location, MAX_BYTES);
      } catch (IOException e) {
        throw new IOException("'" + location + "' cannot be read: " + e.getMessage(), e);
      }
    }
    return fileOrResource(location, loader);
  }

  private static Path path(String url) throws IOException {
    try {
      URI uri = URI.create(url);
      return uri.isOpaque() ? Path.of(uri.getSchemeSpecificPart()) : Path.of(uri);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "'" + url + "' does not name a file; expected file:///path, a space as %20", e);
    }
  }

  private static byte[] fileOrResource(String location, ClassLoader loader) throws IOException {
    String tried;
    try {
      Path path = Path.of(location);
      Optional<byte[]> found = file(path);
      if (found.isPresent()) {
        return found.get();
      }
      tried = "neither a file " + path.toAbsolutePath();
    } catch (InvalidPathException e) {
      tried = "neither a file of that name";
    }
    for (String name : List.of(location, location.replaceFirst("^/+", ""))) {
      try (InputStream stream = loader.getResourceAsStream(name)) {
        if (stream != null) {
          return capped(location, stream);
        }
      }
    }
    throw new IOException(
        "'" + location + "' is not there: " + tried + " nor a class path resource");
  }

  private static Optional<byte[]> file(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    try (InputStream stream = Files.newInputStream(path)) {
      return Optional.of(capped(path.toString(), stream));
    }
  }

  private static byte[] capped(String location, InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new IOException("'" + location + "' has more than " + MAX_BYTES + " bytes");
    }
    return bytes;
  }

  private static String text(String location, byte[] utf8) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new IOException(
          "'" + location + "' is not text in UTF-8; expected PEM, a JWK or a JWKS", e);
    }
  }
}
