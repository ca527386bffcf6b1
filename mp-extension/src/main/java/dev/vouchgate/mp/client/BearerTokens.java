package dev.vouchgate.mp.client;

import dev.vouchgate.client.OutboundTokens;
import dev.vouchgate.client.TokenUnavailableException;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends a token for one service with each request of a REST client (RFC 6750 §2.1).
 *
 * <pre>{@code
 * Client client = ClientBuilder.newBuilder().register(BearerTokens.forService("orders")).build();
 * }</pre>
 *
 * <p>Only over https, or to this machine. A request without a token is not sent: it fails with a
 * {@link TokenUnavailableException} as the cause. Where the service refuses the token (401), the
 * request is sent once more with a new one, if its entity can be written twice; a propagated token
 * is the caller's, and there is no other.
 *
 * <p>Used by many threads.
 */
@Priority(Priorities.AUTHENTICATION)
public final class BearerTokens implements ClientRequestFilter, ClientResponseFilter {
  private static final String SENT = BearerTokens.class.getName() + ".sent";
  private static final int REFUSED = 401;

  private final String service;
  private final Supplier<OutboundTokens> tokens;
  private final Supplier<Optional<VerifiedJwt>> caller;

  BearerTokens(
      String service, Supplier<OutboundTokens> tokens, Supplier<Optional<VerifiedJwt>> caller) {
    this.service = service;
    this.tokens = tokens;
    this.caller = caller;
  }

  /**
   * The filter for a service that this application calls. To be made on a thread of the
   * application, where CDI is.
   *
   * @param service its name in the settings {@code vouchgate.call.<service>}; it may have none
   * @return a filter for requests and answers
   * @throws IllegalStateException if this is no CDI application that has the library
   */
  public static BearerTokens forService(String service) {
    CallingApplication application = CallingApplication.current();
    return new BearerTokens(service, application::tokens, application::caller);
  }

  /**
   * The filter for a service that is called without CDI, in our own name alone.
   *
   * @param service its name in the settings
   * @param tokens of a {@link dev.vouchgate.config.Gate}
   * @return a filter for requests and answers
   */
  public static BearerTokens forService(String service, OutboundTokens tokens) {
    return new BearerTokens(service, () -> tokens, Optional::empty);
  }

  /**
   * Attaches the token, in place of any other.
   *
   * @throws TokenUnavailableException if there is none
   */
  @Override
  public void filter(ClientRequestContext request) throws TokenUnavailableException {
    if (!RepeatedRequest.is(request)) {
      String token = tokens.get().token(service, request.getUri(), caller);
      request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
      request.setProperty(SENT, token);
    }
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response)
      throws IOException {
    if (response.getStatus() == REFUSED
        && !RepeatedRequest.is(request)
        && request.getProperty(SENT) instanceof String refused) {
      Optional<String> other = tokens.get().insteadOf(service, refused);
      if (other.isPresent() && RepeatedRequest.isPossible(request)) {
        RepeatedRequest.send(request, other.get(), response);
      }
    }
  }
}
