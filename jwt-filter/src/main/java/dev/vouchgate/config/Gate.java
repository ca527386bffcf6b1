package dev.vouchgate.config;

import dev.vouchgate.binding.Presentation;
import dev.vouchgate.binding.TokenBinding;
import dev.vouchgate.client.OutboundTokens;
import dev.vouchgate.issue.SigningKeyRing;
import dev.vouchgate.issue.TokenIssuer;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeySetState;
import dev.vouchgate.observe.TokenAccepted;
import dev.vouchgate.observe.TokenRejected;
import dev.vouchgate.observe.TokenUnjudged;
import dev.vouchgate.verify.CacheState;
import dev.vouchgate.verify.Credential;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.VerifiedJwt;
import dev.vouchgate.verify.VerifiedJwtCache;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The gate: verifies tokens by one application's settings, with or without a container.
 *
 * <p>Used by many threads. Close it to end the background fetching of keys.
 */
public final class Gate implements AutoCloseable {
  private final RequestSettings request;
  private final GateListener listener;
  private final KeyUpkeep upkeep;
  private final TrustedKeys trusted;
  private final JwtVerifier verifier;
  private final Optional<VerifiedJwtCache> cache;
  private final TokenBinding binding;
  private final Optional<TokenIssuer> issuer;
  private final Optional<URI> baseUrl;
  private final Optional<ServedTokenEndpoint> tokenEndpoint;
  private final Optional<ServedLogins> logins;
  private final OutboundTokens calls;

  private Gate(Settings settings, InstantSource clock) {
    this.request = settings.request();
    this.listener = settings.listener();
    this.upkeep = new KeyUpkeep(clock, settings.listener());
    this.trusted = new TrustedKeys(upkeep);
    this.verifier =
        new JwtVerifier(
            trusted.issuers(),
            settings.tokens().maxLength(),
            settings.tokens().decryption().map(how -> how.open(upkeep)),
            settings.tokens().signatures(),
            clock);
    this.cache = settings.tokens().cache().map(size -> new VerifiedJwtCache(verifier, size));
    this.binding = new TokenBinding(settings.binding(), settings.tokens().signatures(), clock);
    // First of what runs in the background, for it may fail.
    this.issuer = settings.issuing().map(own -> open(own, clock));
    this.baseUrl = settings.issuing().flatMap(IssueSettings::baseUrl);
    this.tokenEndpoint =
        issuer.flatMap(
            own ->
                settings
                    .tokenEndpoint()
                    .map(how -> how.open(own, settings, trusted::open, this::verify, clock)));
    this.logins =
        issuer.flatMap(own -> settings.login().map(how -> how.open(own, settings, clock)));
    this.calls = new OutboundCalls(settings.calls(), issuer, upkeep, clock).tokens();
    trust(settings);
  }

  /**
   * Builds a gate; remote keys begin to be fetched in the background.
   *
   * @param settings the settings
   * @return the gate
   */
  public static Gate from(Settings settings) {
    return from(settings, Clock.systemUTC());
  }

  /**
   * Builds a gate on a clock of the caller's.
   *
   * @param settings the settings
   * @param clock the time, for tokens and for the age of keys
   * @return the gate
   * @throws SettingsException if it is to issue tokens, and its keys cannot be read or written
   */
  public static Gate from(Settings settings, InstantSource clock) {
    return new Gate(settings, clock);
  }

  /**
   * Trusts more issuers from now on, without a restart; one of a name that is trusted already takes
   * its place.
   *
   * @param settings their settings; all else that they say (how requests are read, encryption)
   *     stays as it was when the gate was built
   */
  public void trust(Settings settings) {
    settings.issuers().forEach(trusted::trust);
  }

  /**
   * Trusts an issuer no more: its tokens are refused from now on, and its keys no longer fetched.
   *
   * @param issuer its name, as tokens have it in {@code iss}; nothing happens if it is not trusted
   */
  public void distrust(String issuer) {
    trusted.distrust(issuer);
  }

  /**
   * Verifies a token that comes with nothing else: one that is bound to a key or a certificate
   * ({@code cnf}) is refused.
   *
   * @param compact the token in compact serialization, without a scheme before it
   * @return the proof
   * @throws RejectedException with the reason, if it is refused, or cannot be judged for want of
   *     keys
   */
  public VerifiedJwt verify(String compact) throws RejectedException {
    return verify(compact, Presentation.BEARER);
  }

  /**
   * Verifies a token, and that it comes from whom it is bound to, if to anybody.
   *
   * @param compact the token in compact serialization, without a scheme before it
   * @param how what came with it
   * @return the proof, of the token alone: at the next request ask again
   * @throws RejectedException with the reason, if it is refused, or cannot be judged for want of
   *     keys
   */
  public VerifiedJwt verify(String compact, Presentation how) throws RejectedException {
    return verify(Credential.of(compact), how);
  }

  /**
   * Verifies a token within the text that it came in, and that it comes from whom it is bound to,
   * if to anybody.
   *
   * @param credential where the token is
   * @param how what came with it
   * @return the proof, of the token alone: at the next request ask again
   * @throws RejectedException with the reason, if it is refused, or cannot be judged for want of
   *     keys
   */
  public VerifiedJwt verify(Credential credential, Presentation how) throws RejectedException {
    try {
      VerifiedJwt jwt =
          cache.isPresent()
              ? cache.get().verify(credential)
              : verifier.verify(credential.compact());
      binding.check(jwt, how);
      listener.accepted(new TokenAccepted(jwt.claims().string("iss").orElse(""), jwt.callerName()));
      return jwt;
    } catch (RejectedException e) {
      report(e.rejection());
      throw e;
    }
  }

  /**
   * Tells the listener of a refusal that a door has decided.
   *
   * @param rejection the reason
   */
  public void report(Rejection rejection) {
    if (rejection instanceof Rejection.Unavailable unavailable) {
      listener.unavailable(new TokenUnjudged(unavailable.logReason(), unavailable.retryAfter()));
    } else {
      listener.rejected(new TokenRejected(rejection.code(), rejection.logReason()));
    }
  }

  /** How requests are read and answered. */
  public RequestSettings request() {
    return request;
  }

  /** How tokens are bound to whoever may use them. */
  public TokenBinding binding() {
    return binding;
  }

  /** The tokens that other services are called with. */
  public OutboundTokens calls() {
    return calls;
  }

  /** How the memory of proven tokens fares; empty if there is none. */
  public Optional<CacheState> cache() {
    return cache.map(VerifiedJwtCache::state);
  }

  /**
   * Signs tokens in the application's own name; empty unless {@code vouchgate.issue.issuer} is set.
   * Its {@link TokenIssuer#keys} are what is published, and where a key is dropped in an emergency.
   */
  public Optional<TokenIssuer> issuer() {
    return issuer;
  }

  /**
   * Below which address, without a slash at its end, others find what is published; empty if that
   * is not known.
   */
  public Optional<URI> baseUrl() {
    return baseUrl;
  }

  /** Gives tokens to clients; empty unless {@code vouchgate.issue.token-path} is set. */
  public Optional<ServedTokenEndpoint> tokenEndpoint() {
    return tokenEndpoint;
  }

  /** Gives tokens to people who log in; empty unless {@code vouchgate.login.path} is set. */
  public Optional<ServedLogins> logins() {
    return logins;
  }

  /** How the keys of each issuer are now. */
  public List<KeySetState> keySets() {
    return trusted.states();
  }

  /** Ends the background work. */
  @Override
  public void close() {
    calls.close();
    trusted.close();
    upkeep.close();
  }

  private TokenIssuer open(IssueSettings own, InstantSource clock) {
    SigningKeyRing ring = own.open(clock);
    trusted.trust(own, ring);
    return own.issuer(ring, clock);
  }
}
