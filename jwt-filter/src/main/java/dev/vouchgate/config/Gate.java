package dev.vouchgate.config;

import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeySetState;
import dev.vouchgate.observe.TokenAccepted;
import dev.vouchgate.observe.TokenRejected;
import dev.vouchgate.observe.TokenUnjudged;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.TokenDecryption;
import dev.vouchgate.verify.VerifiedJwt;
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
  private final JwtVerifier verifier;
  private final List<KeySource> keys;
  private final KeyUpkeep upkeep;

  private Gate(Settings settings, JwtVerifier verifier, List<KeySource> keys, KeyUpkeep upkeep) {
    this.request = settings.request();
    this.listener = settings.listener();
    this.verifier = verifier;
    this.keys = keys;
    this.upkeep = upkeep;
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
   */
  public static Gate from(Settings settings, InstantSource clock) {
    KeyUpkeep upkeep = new KeyUpkeep(clock, settings.listener());
    return of(settings, upkeep.open(settings.keys()), clock, upkeep);
  }

  private static Gate of(Settings settings, KeySource keys, InstantSource clock, KeyUpkeep upkeep) {
    TokenSettings token = settings.token();
    Optional<TokenDecryption> decryption =
        settings
            .keys()
            .decryption()
            .map(privateKeys -> new TokenDecryption(token.decryptionAlgorithms(), privateKeys));
    JwtVerifier verifier =
        new JwtVerifier(token.policy(), keys.locator(), decryption, token.roles(), clock);
    return new Gate(settings, verifier, List.of(keys), upkeep);
  }

  /**
   * Verifies a token.
   *
   * @param compact the token in compact serialization, without a scheme before it
   * @return the proof
   * @throws RejectedException with the reason, if it is refused, or cannot be judged for want of
   *     keys
   */
  public VerifiedJwt verify(String compact) throws RejectedException {
    try {
      VerifiedJwt jwt = verifier.verify(compact);
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

  /** How the keys of each issuer are now. */
  public List<KeySetState> keySets() {
    return keys.stream().map(KeySource::state).toList();
  }

  /** Ends the background work. */
  @Override
  public void close() {
    upkeep.close();
  }
}
