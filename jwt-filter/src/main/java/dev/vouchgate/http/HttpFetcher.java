package dev.vouchgate.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches small documents over HTTP and trusts no server to be quick, brief or honest.
 *
 * <p>Safe for many threads. Redirects are followed by hand, three at most, and only to the origin
 * that was asked: whoever may redirect it elsewhere could publish keys of its own (RFC 8725 §3.10).
 */
public final class HttpFetcher implements AutoCloseable {
  private static final int MAX_REDIRECTS = 3;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /**
   * What a server may cost.
   *
   * @param deadline for one document: connecting, headers, body and redirects together
   * @param maxBytes of a body
   * @param allowHttp whether plain http is allowed to hosts other than this one
   */
  public record Limits(Duration deadline, int maxBytes, boolean allowHttp) {}

  private final Limits limits;
  private final HttpRoute route;
  private final Set<CompletableFuture<?>> exchanges = ConcurrentHashMap.newKeySet();
  private final HttpClients clients;
  private volatile boolean closed;

  /**
   * Creates a fetcher; it connects to nothing yet.
   *
   * @param limits what a server may cost
   */
  public HttpFetcher(Limits limits) {
    this(limits, HttpRoute.usual());
  }

  /**
   * Creates a fetcher that goes a way of its own; it connects to nothing yet.
   *
   * @param limits what a server may cost
   * @param route how servers are reached
   */
  public HttpFetcher(Limits limits, HttpRoute route) {
    this.limits = limits;
    this.route = route;
    this.clients = new HttpClients(route);
  }

  /**
   * Fetches a document, blocking the caller for the deadline at most.
   *
   * @param uri an absolute https address without user information; http only as the limits allow,
   *     and to this host itself
   * @return the document
   * @throws FetchException if there is no complete answer of status 200 within the limits, or the
   *     caller was interrupted, which its flag then still tells
   */
  public FetchedDocument fetch(URI uri) throws FetchException {
    long end = System.nanoTime() + limits.deadline().toNanos();
    URI current = uri;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      FetchAddress.check(current, limits.allowHttp());
      HttpResponse<byte[]> answer = exchange(request(current), Set.of(CappedBody.OK), end);
      if (!REDIRECTS.contains(answer.statusCode())) {
        return document(current, answer);
      }
      current = redirected(current, answer);
    }
    throw new FetchException(
        FetchAddress.shown(uri) + " redirects more than " + MAX_REDIRECTS + " times");
  }

  /**
   * Sends a form that holds a secret, blocking the caller for the deadline at most. No redirect is
   * followed: the secret is for the server that was named.
   *
   * @param uri an absolute https address without user information, or one of this host itself
   * @param fields of the form, by name
   * @param authorization the header of that name, if there is to be one
   * @return the answer, of whatever status
   * @throws FetchException if the secret must not be sent there, there is no complete answer within
   *     the limits, or the caller was interrupted, which its flag then still tells
   */
  public FormAnswer post(URI uri, Map<String, String> fields, Optional<String> authorization)
      throws FetchException {
    long end = System.nanoTime() + limits.deadline().toNanos();
    if (!FetchAddress.isAllowed(uri, false)) {
      throw new FetchException(
          FetchAddress.shown(uri) + " is sent no secret: expected https, or http to this machine");
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Accept", "application/json")
            .header("Accept-Encoding", "identity")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("User-Agent", "vouchgate")
            .POST(HttpRequest.BodyPublishers.ofString(FormFields.encode(fields)));
    authorization.ifPresent(value -> request.header("Authorization", value));
    HttpResponse<byte[]> answer = exchange(request.build(), FormAnswer.WITH_BODY, end);
    checkEncoding(uri, answer);
    return new FormAnswer(answer.statusCode(), answer.body());
  }

  /** Ends every fetch in progress; what follows fails at once. To close it again does nothing. */
  @Override
  public void close() {
    // HttpClient cannot be closed before Java 21; its thread ends soon after nobody refers to it.
    closed = true;
    clients.forget();
    exchanges.forEach(exchange -> exchange.cancel(true));
  }

  @SuppressWarnings("CollectionUndefinedEquality") // an exchange equals itself, which is meant
  private HttpResponse<byte[]> exchange(HttpRequest request, Set<Integer> wanted, long end)
      throws FetchException {
    URI uri = request.uri();
    HttpClient open = clients.forAddress(uri);
    if (closed) {
      clients.forget(); // it may have been made since
      throw closed(uri);
    }
    CompletableFuture<HttpResponse<byte[]>> exchange =
        open.sendAsync(request, answer -> CappedBody.of(answer, wanted, limits.maxBytes()));
    exchanges.add(exchange);
    try {
      if (closed) {
        throw closed(uri);
      }
      // HttpClient's own timeout would end at the headers.
      return exchange.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new FetchException(
          FetchAddress.shown(uri)
              + " gave no complete answer within "
              + limits.deadline().toMillis()
              + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchException("fetching " + FetchAddress.shown(uri) + " was interrupted");
    } catch (CancellationException e) {
      throw closed(uri);
    } catch (ExecutionException e) {
      if (closed) {
        throw closed(uri);
      }
      throw new FetchException(
          FetchAddress.shown(uri) + " could not be fetched: " + Causes.of(e), e.getCause());
    } finally {
      exchanges.remove(exchange);
      exchange.cancel(true);
    }
  }

  private HttpRequest request(URI uri) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Accept", "application/jwk-set+json, application/json, */*;q=0.5")
            .header("Accept-Encoding", "identity")
            .header("User-Agent", "vouchgate");
    route.headers().ifPresent(extra -> extra.headersFor(uri).forEach(request::setHeader));
    return request.build();
  }

  private static FetchedDocument document(URI uri, HttpResponse<byte[]> answer)
      throws FetchException {
    if (answer.statusCode() != CappedBody.OK) {
      throw new FetchException(
          FetchAddress.shown(uri) + " answered with status " + answer.statusCode() + ", not 200");
    }
    checkEncoding(uri, answer);
    return new FetchedDocument(answer.body(), Freshness.of(answer.headers()));
  }

  private static void checkEncoding(URI uri, HttpResponse<byte[]> answer) throws FetchException {
    if (CappedBody.isEncoded(answer.headers())) {
      throw new FetchException(
          FetchAddress.shown(uri) + " sent a Content-Encoding, though only identity is accepted");
    }
  }

  private static URI redirected(URI from, HttpResponse<byte[]> answer) throws FetchException {
    String location =
        answer
            .headers()
            .firstValue("Location")
            .orElseThrow(
                () ->
                    new FetchException(
                        FetchAddress.shown(from) + " redirects without saying where to"));
    URI target;
    try {
      target = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new FetchException(FetchAddress.shown(from) + " redirects to what is no address", e);
    }
    if (!FetchAddress.isSameOrigin(from, target)) {
      throw new FetchException(
          FetchAddress.shown(from)
              + " redirects to another origin, "
              + FetchAddress.origin(target)
              + "; if that is right, configure that address");
    }
    return target;
  }

  private static FetchException closed(URI uri) {
    return new FetchException(FetchAddress.shown(uri) + " not fetched: the fetcher is closed");
  }
}
