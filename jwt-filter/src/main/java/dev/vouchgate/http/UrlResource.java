package dev.vouchgate.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Locale;

/**
 * What lies behind a URL of any scheme that the platform or the application knows, except http and
 * https (MicroProfile JWT 2.1: {@code new URL(location).openStream()}).
 */
public final class UrlResource {
  private UrlResource() {}

  /**
   * Reads it, once, blocking for as long as its handler does.
   *
   * @param url an absolute URL
   * @param maxBytes bytes, at most
   * @return the bytes
   * @throws IOException if it cannot be read, is too large, or leads to http after all, whose
   *     limits would not hold here
   */
  public static byte[] read(String url, int maxBytes) throws IOException {
    String scheme = url.toLowerCase(Locale.ROOT).replaceFirst("^(jar:)+", "");
    if (scheme.startsWith("http:") || scheme.startsWith("https:")) {
      throw new IOException("a jar behind http is not read");
    }
    URLConnection connection = new URL(url).openConnection();
    // A cached jar would stay open, and its file locked, after the application has gone.
    connection.setUseCaches(false);
    try (InputStream stream = connection.getInputStream()) {
      byte[] bytes = stream.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new IOException("it has more than " + maxBytes + " bytes");
      }
      return bytes;
    }
  }
}
