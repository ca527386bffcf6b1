package dev.vouchgate.config.setting;

import org.jspecify.annotations.Nullable;

/** Which clients get tokens, and where. */
public enum GrantSetting implements Setting {
  /** Where clients ask for tokens. */
  PATH(
      "vouchgate.issue.token-path",
      "path, such as /token",
      null,
      "Turns the token endpoint on, there below the application's own path. Clients send their"
          + " credentials to it: by https only, but for loopback addresses."),
  /** The proxies before it. */
  PROXIES(
      "vouchgate.issue.token-proxies",
      "list of IP addresses or blocks such as 10.0.0.0/8",
      null,
      "The proxies that end TLS before the token endpoint and the login, by the address that they connect from:"
          + " they are believed when they say that they were asked by https (X-Forwarded-Proto). Not"
          + " needed where the container knows it from its proxy already."),
  /** A client's secret, hashed. */
  CLIENT_SECRET(
      "vouchgate.issue.client.<name>.secret",
      "PBKDF2WithHmacSHA256:iterations:salt:hash, of 1024 to 5000000 iterations",
      null,
      "What the secret of the client <name> is known by (client_secret_basic), as Jakarta Security's"
          + " Pbkdf2PasswordHash writes it; also with SHA224, SHA384 and SHA512. All clients' should"
          + " have as many iterations."),
  /** A client's API key, hashed. */
  CLIENT_API_KEY(
      "vouchgate.issue.client.<name>.api-key",
      "SHA-256: and the hash in base64url",
      null,
      "What the API key of the client <name> is known by, which it sends in the header X-API-Key."),
  /** A client's keys. */
  CLIENT_KEYS(
      "vouchgate.issue.client.<name>.keys",
      "JWKS, JWK or PEM with public keys, or the file, class path resource or https URL of one",
      null,
      "The public keys that the client <name> signs assertions for (private_key_jwt). A file is read"
          + " again when it changes, a URL is kept fresh."),
  /** Whom a client's tokens may be for. */
  CLIENT_AUDIENCES(
      "vouchgate.issue.client.<name>.audiences",
      "list of audiences without *",
      null,
      "Required: the audiences that the client <name> may ask for, one a token; if there is only one,"
          + " it need not ask."),
  /** A client's scopes. */
  CLIENT_SCOPES(
      "vouchgate.issue.client.<name>.scopes",
      "list of scopes",
      null,
      "The scopes that the client <name> may ask for; if it asks for none, its token has all."),
  /** A client's roles. */
  CLIENT_ROLES(
      "vouchgate.issue.client.<name>.roles",
      "list of roles",
      null,
      "The roles (groups) of the tokens of the client <name>; in a token that it exchanges, those of"
          + " them that the subject has too."),
  /** Whose tokens a client may exchange. */
  CLIENT_EXCHANGE(
      "vouchgate.issue.client.<name>.exchange",
      "list of audiences",
      null,
      "If set, the client <name> may exchange tokens that are for one of these audiences, usually"
          + " itself, for such in the name of their subject (RFC 8693)."),
  /** How long a client's tokens live. */
  CLIENT_LIFETIME(
      "vouchgate.issue.client.<name>.lifetime",
      "duration, 1 second to 30 days",
      null,
      "How long the tokens of the client <name> live, if not as long as others, and no longer than"
          + " vouchgate.issue.lifetime.longest.");

  private final Description description;

  GrantSetting(String text, String form, @Nullable String defaultValue, String meaning) {
    this.description = new Description(text, form, defaultValue, meaning);
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public boolean isSecret() {
    return this == CLIENT_SECRET || this == CLIENT_API_KEY || this == CLIENT_KEYS;
  }
}
