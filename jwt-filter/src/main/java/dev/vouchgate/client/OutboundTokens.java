package dev.vouchgate.client;

import dev.vouchgate.client.CallPolicy.TokenOrigin;
import dev.vouchgate.http.FetchAddress;
import dev.vouchgate.keys.RefreshExecutor;
import dev.vouchgate.verify.VerifiedJwt;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The tokens that other services are called with: for each service its own, from where the settings
 * say.
 *
 * <p>Used by many threads.
 */
public final class OutboundTokens implements AutoCloseable {
  /** Longer than any token endpoint may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(61);

  private final Function<String, CallPolicy> policies;
  private final Function<CallPolicy, Optional<TokenSource>> sources;
  private final InstantSource clock;
  private final RefreshExecutor executor;
  private final Map<String, CachedTokens> cached = new ConcurrentHashMap<>();

  /**
   * Creates them; no token is asked for before it is needed.
   *
   * @param policies how a service is called, by its name
   * @param sources where new tokens come from; empty if they cannot, for want of settings
   * @param clock the time
   * @param executor asks for tokens; not closed here
   */
  public OutboundTokens(
      Function<String, CallPolicy> policies,
      Function<CallPolicy, Optional<TokenSource>> sources,
      InstantSource clock,
      RefreshExecutor executor) {
    this.policies = policies;
    this.sources = sources;
    this.clock = clock;
    this.executor = executor;
  }

  /**
   * The token to call a service with.
   *
   * @param service its name in the settings
   * @param address where the token is going to be sent
   * @param caller whoever calls us, if anybody does; asked only if the service gets that token
   * @return a token in compact serialization
   * @throws TokenUnavailableException if there is none: anybody on the way could read it, nothing
   *     says where it comes from, it cannot be had now, or the caller has sent none that is meant
   *     for the service
   */
  public String token(String service, URI address, Supplier<Optional<VerifiedJwt>> caller)
      throws TokenUnavailableException {
    if (!FetchAddress.isAllowed(address, false)) {
      throw new TokenUnavailableException(
          FetchAddress.shown(address)
              + " is sent no token for "
              + service
              + ": expected https, or http to this machine");
    }
    CachedTokens known = cached.get(service);
    if (known != null) {
      return known.token();
    }
    CallPolicy call = policies.apply(service);
    return call.origin() == TokenOrigin.CALLER
        ? propagated(service, call, caller.get())
        : open(service, call).token();
  }

  /**
   * Another token than one that the service has refused.
   *
   * @param service its name in the settings
   * @param refused the token
   * @return the other; empty if there is none
   */
  public Optional<String> insteadOf(String service, String refused) {
    return Optional.ofNullable(cached.get(service)).flatMap(tokens -> tokens.insteadOf(refused));
  }

  /** Forgets all tokens, and asks for no more. */
  @Override
  public void close() {
    cached.values().forEach(CachedTokens::close);
  }

  private CachedTokens open(String service, CallPolicy call) throws TokenUnavailableException {
    TokenSource source =
        sources
            .apply(call)
            .orElseThrow(
                () ->
                    new TokenUnavailableException(
                        "nothing says where tokens for "
                            + service
                            + " come from; expected vouchgate.call.token-endpoint, or"
                            + " vouchgate.issue.issuer"));
    return cached.computeIfAbsent(
        service, name -> new CachedTokens(source, clock, executor, PATIENCE));
  }

  /** Only where it was meant to go: whoever else gets it could use it in the caller's name. */
  private static String propagated(String service, CallPolicy call, Optional<VerifiedJwt> caller)
      throws TokenUnavailableException {
    VerifiedJwt jwt =
        caller.orElseThrow(
            () ->
                new TokenUnavailableException(
                    service + " is to get the caller's own token, and there is no caller"));
    if (!jwt.claims().strings("aud").orElse(List.of()).contains(call.audience())) {
      throw new TokenUnavailableException(
          service
              + " is to get the caller's own token, which is not meant for it: its aud does not"
              + " name "
              + call.audience());
    }
    if (jwt.claims().claim("cnf").isPresent()) {
      throw new TokenUnavailableException(
          service + " is to get the caller's own token, which is bound to the caller (cnf)");
    }
    return jwt.compact();
  }
}
