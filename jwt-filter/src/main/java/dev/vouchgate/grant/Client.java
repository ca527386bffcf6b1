package dev.vouchgate.grant;

import dev.vouchgate.keys.KeyLocator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A client of the token endpoint (RFC 6749 §2).
 *
 * @param name its {@code client_id}
 * @param credentials by which it proves to be itself
 * @param rights what it may ask for
 */
public record Client(String name, Credentials credentials, Rights rights) {

  /**
   * By which a client proves to be itself, each as good as the others.
   *
   * @param secret for HTTP Basic ({@code client_secret_basic})
   * @param apiKey for the header {@code X-API-Key}
   * @param keys for assertions ({@code private_key_jwt}, RFC 7523)
   */
  public record Credentials(
      Optional<PasswordHash> secret, Optional<ApiKey.Hash> apiKey, Optional<KeyLocator> keys) {}

  /**
   * What a client may ask for.
   *
   * @param audiences whom its tokens may be for; not empty
   * @param scopes in order; all of them if it asks for none
   * @param roles those of its own tokens, and the most that one in somebody's name has
   * @param exchange whose tokens it may exchange: those for one of these audiences
   * @param lifetime of its tokens; the issuer's if empty
   */
  public record Rights(
      List<String> audiences,
      List<String> scopes,
      Set<String> roles,
      Set<String> exchange,
      Optional<Duration> lifetime) {

    /** Copies what it is given. */
    public Rights {
      audiences = List.copyOf(audiences);
      scopes = List.copyOf(scopes);
      roles = Set.copyOf(roles);
      exchange = Set.copyOf(exchange);
    }
  }

  /** The one audience that a request names, or the only one there is. */
  String audience(TokenRequest request) throws TokenRefusedException {
    if (request.has("audience") && request.has("resource")) {
      throw target("audience and resource; expected one, as a token has one");
    }
    Optional<String> named = request.parameter("audience").or(() -> request.parameter("resource"));
    if (named.isEmpty()) {
      if (rights.audiences().size() > 1) {
        throw target("no audience; expected one of " + rights.audiences());
      }
      return rights.audiences().get(0);
    }
    return named
        .filter(rights.audiences()::contains)
        .orElseThrow(() -> target("audience " + named.get() + " is none of " + rights.audiences()));
  }

  /** The scopes that a request names, or else all. */
  List<String> scopes(TokenRequest request) throws TokenRefusedException {
    Optional<String> named = request.parameter("scope");
    if (named.isEmpty()) {
      return rights.scopes();
    }
    List<String> scopes = List.of(named.get().split(" ", -1));
    if (!rights.scopes().containsAll(scopes)) {
      throw new TokenRefusedException(
          TokenError.INVALID_SCOPE, "scope " + scopes + "; expected some of " + rights.scopes());
    }
    return scopes.stream().distinct().toList();
  }

  private TokenRefusedException target(String reason) {
    return new TokenRefusedException(TokenError.INVALID_TARGET, reason);
  }
}
