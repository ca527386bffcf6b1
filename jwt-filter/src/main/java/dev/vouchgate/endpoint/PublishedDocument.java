package dev.vouchgate.endpoint;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.JsonWriter;
import dev.vouchgate.codec.Sha256;
import dev.vouchgate.config.Gate;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document that anybody may read from anywhere, and keep for a while: GET and HEAD, and
 * nothing else.
 */
final class PublishedDocument extends HttpServlet {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");
  private static final long serialVersionUID = 1L;
  private static final String RETRY_SECONDS = "5";

  private final String contentType;
  private final String cacheControl;
  private final transient Supplier<? extends Map<String, ? extends @Nullable Object>> content;

  /**
   * Creates a document.
   *
   * @param contentType its type
   * @param maxAge how long readers may keep it
   * @param content its members, asked for each time
   */
  PublishedDocument(
      String contentType,
      Duration maxAge,
      Supplier<? extends Map<String, ? extends @Nullable Object>> content) {
    this.contentType = contentType;
    this.cacheControl = "public, max-age=" + maxAge.toSeconds();
    this.content = content;
  }

  /** What an issuer publishes, by path, each by a servlet of its own; nothing without one. */
  static Map<String, PublishedDocument> all(Gate gate) {
    Map<String, PublishedDocument> documents = new LinkedHashMap<>();
    gate.issuer()
        .ifPresent(
            issuer -> {
              Duration maxAge = issuer.keys().policy().maxAge();
              documents.put(
                  IssuerMetadata.KEYS,
                  new PublishedDocument(
                      "application/jwk-set+json",
                      maxAge,
                      () -> Map.of("keys", issuer.keys().published())));
              gate.baseUrl()
                  .map(base -> new IssuerMetadata(issuer, base, gate.tokenEndpoint()))
                  .ifPresent(
                      metadata ->
                          IssuerMetadata.PATHS.forEach(
                              path ->
                                  documents.put(
                                      path,
                                      new PublishedDocument(
                                          "application/json", maxAge, metadata::members))));
            });
    return documents;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean head = request.getMethod().equals("HEAD");
    if (!head && !request.getMethod().equals("GET")) {
      response.setHeader("Allow", "GET, HEAD");
      response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      return;
    }
    byte[] body;
    try {
      body = JsonWriter.object(content.get());
    } catch (UncheckedIOException | IllegalStateException e) {
      LOG.log(Level.WARNING, "The keys cannot be published: {0}", e.getMessage());
      response.setHeader("Retry-After", RETRY_SECONDS);
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    String tag = '"' + Base64Url.encode(Sha256.digest(body)) + '"';
    response.setHeader("Cache-Control", cacheControl);
    response.setHeader("ETag", tag);
    // Pages of other origins may read what everybody else can.
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (isKnown(request, tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(contentType);
    response.setContentLength(body.length);
    if (!head) {
      response.getOutputStream().write(body);
    }
  }

  /** RFC 9110 §13.1.2: weakly compared, for a proxy that compresses makes the tag weak. */
  private static boolean isKnown(HttpServletRequest request, String tag) {
    return HeaderValues.of(request, "If-None-Match").stream()
        .flatMap(header -> Arrays.stream(header.split(",")))
        .map(String::trim)
        .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
  }
}
