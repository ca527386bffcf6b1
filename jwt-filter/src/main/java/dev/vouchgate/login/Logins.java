package dev.vouchgate.login;

import dev.vouchgate.grant.SecretChecks;
import dev.vouchgate.grant.TokenError;
import dev.vouchgate.grant.TokenRefusedException;
import dev.vouchgate.issue.IssuedToken;
import dev.vouchgate.issue.TokenIssuer;
import dev.vouchgate.keys.PrivateFolder;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.TokenIssued;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Gives tokens to people who prove who they are, and renews them. Used by many threads. */
public final class Logins {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");

  private final TokenIssuer issuer;
  private final List<String> audiences;
  private final Duration lifetime;
  private final RefreshTokens refresh;
  private final WrongPasswords wrong;
  private final SecretChecks checks = new SecretChecks();
  private final InstantSource clock;
  private final GateListener listener;

  /**
   * Creates them.
   *
   * @param issuer who signs
   * @param audiences of the tokens; at least one
   * @param lifetime how long a login can be renewed; zero for not at all
   * @param folder where logins are kept, and nothing else; empty for in memory
   * @param clock the time
   * @param listener hears of each token that is given
   */
  public Logins(
      TokenIssuer issuer,
      List<String> audiences,
      Duration lifetime,
      Optional<PrivateFolder> folder,
      InstantSource clock,
      GateListener listener) {
    this.issuer = issuer;
    this.audiences = List.copyOf(audiences);
    this.lifetime = lifetime;
    this.refresh =
        folder
            .map(one -> RefreshTokens.inFolder(clock, one))
            .orElseGet(() -> RefreshTokens.inMemory(clock));
    this.wrong = new WrongPasswords(clock);
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Begins a login.
   *
   * @param name whose it is to be; not blank
   * @param password their proof; not empty
   * @param known who checks it, each in turn
   * @return their tokens
   * @throws TokenRefusedException {@code INVALID_GRANT} if nobody has this name and password,
   *     {@code SLOW_DOWN} after too many of those, {@code TEMPORARILY_UNAVAILABLE} if that cannot
   *     be told now, or too many are logging in
   */
  public LoginTokens begin(String name, String password, List<PasswordCheck> known)
      throws TokenRefusedException {
    Person person = checks.inTurn(() -> proven(name, password, known));
    try {
      Instant until = clock.instant().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
      Login login = new Login(person, until);
      return tokens(login, lifetime.isZero() ? Optional.empty() : refresh.begin(login));
    } catch (IOException | UncheckedIOException e) {
      throw unavailable("the login cannot be kept: " + e.getMessage());
    }
  }

  /**
   * Renews a login.
   *
   * @param token a refresh token
   * @return the next tokens
   * @throws TokenRefusedException {@code INVALID_GRANT} if it is none that is good still, {@code
   *     TEMPORARILY_UNAVAILABLE} if that cannot be told now
   */
  public LoginTokens renew(String token) throws TokenRefusedException {
    try {
      RefreshTokens.Renewed next =
          refresh
              .renew(token)
              .orElseThrow(() -> wrong("a refresh token that is unknown, used before, or over"));
      return tokens(next.login(), Optional.of(next.token()));
    } catch (IOException | UncheckedIOException e) {
      throw unavailable("logins cannot be read or written: " + e.getMessage());
    }
  }

  /**
   * Ends a login.
   *
   * @param token one of its refresh tokens, used or not; anything else ends nothing
   * @throws TokenRefusedException {@code TEMPORARILY_UNAVAILABLE} if that cannot be done now
   */
  public void end(String token) throws TokenRefusedException {
    try {
      refresh.end(token);
    } catch (IOException e) {
      throw unavailable("a login cannot be ended: " + e.getMessage());
    }
  }

  private Person proven(String name, String password, List<PasswordCheck> known)
      throws TokenRefusedException {
    if (wrong.mustWait(name)) {
      throw new TokenRefusedException(
          TokenError.SLOW_DOWN, "too many wrong passwords in a row for one name");
    }
    Optional<Person> person;
    try {
      person = known.stream().flatMap(check -> check.check(name, password).stream()).findFirst();
    } catch (RuntimeException e) {
      throw unavailable("passwords cannot be checked: " + e);
    }
    if (person.isEmpty()) {
      wrong.wrong(name);
      throw wrong("a name that is unknown, or a wrong password");
    }
    wrong.right(name);
    return person.get();
  }

  private LoginTokens tokens(Login login, Optional<String> next) {
    String name = login.person().name();
    IssuedToken access =
        issuer
            .token(name, audiences.toArray(String[]::new))
            .claim("upn", name)
            .roles(login.person().groups())
            .issue();
    listener.tokenIssued(new TokenIssued(name, name, String.join(" ", audiences)));
    Instant now = clock.instant();
    return new LoginTokens(
        access,
        Duration.between(now, access.expiresAt()),
        next,
        next.isPresent() ? Duration.between(now, login.until()) : Duration.ZERO);
  }

  private static TokenRefusedException wrong(String reason) {
    return new TokenRefusedException(TokenError.INVALID_GRANT, reason);
  }

  /** Logged at once: what is refused is heard of by whoever listens, and this has to be mended. */
  private static TokenRefusedException unavailable(String reason) {
    LOG.log(Level.WARNING, "Nobody can log in: {0}", reason);
    return new TokenRefusedException(TokenError.TEMPORARILY_UNAVAILABLE, reason);
  }
}
