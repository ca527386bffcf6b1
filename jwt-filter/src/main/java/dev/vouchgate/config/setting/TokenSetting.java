package dev.vouchgate.config.setting;

import org.jspecify.annotations.Nullable;

/** Which tokens are accepted, whose, and what is remembered of them. */
public enum TokenSetting implements Setting {
  /** Several issuers. */
  ISSUERS(
      "vouchgate.issuers",
      "list of names of small letters, digits and hyphens",
      null,
      "Several trusted issuers, by names that only these settings use. A token is judged by the"
          + " settings and keys of the issuer that it names, and no other's."),
  /** One of several issuers' own settings. */
  ISSUER_SETTING(
      "vouchgate.issuer.<name>.<setting>",
      "as the setting is",
      null,
      "A setting of the issuer <name> alone: the setting's name without mp.jwt.verify or vouchgate"
          + " before it. Its own only: issuer (required), publickey, publickey.location, secret,"
          + " secret.location, tenants, jwks.header.<name>, roles.prefix, roles.map.<from>. Those of"
          + " all issuers unless it"
          + " has its own: audiences, clients, token.age, clock.skew, clock.ahead, token.types,"
          + " token.required-claims, token.allow-id-tokens,"
          + " algorithms, publickey.algorithm, roles.path, tenant.claim, jwks.ttl,"
          + " keys.allow-weak-rsa."),
  /** The tenants of an issuer that has many. */
  TENANTS(
      "vouchgate.tenants",
      "list of tenant ids",
      null,
      "The tenants that are trusted of an issuer whose name has {tenantid} in it, such as"
          + " https://login.microsoftonline.com/{tenantid}/v2.0: a token's iss must be that name with"
          + " one of these in it, and its tenant claim must be the same one."),
  /** Where the tenant is. */
  TENANT_CLAIM("vouchgate.tenant.claim", "claim", "tid", "The claim that names the tenant."),
  /** The clients that tokens may have been given to. */
  CLIENTS(
      "vouchgate.clients",
      "list of client ids",
      null,
      "If set, a token must have been given to one of these clients: its azp or client_id, whichever"
          + " it has, and if it has both then both."),
  /** The types of token to accept. */
  TYPES(
      "vouchgate.token.types",
      "list",
      "JWT,at+jwt",
      "The values of a token's header typ that are accepted, besides none at all; upper or lower"
          + " case, with or without application/ before it."),
  /** The claims to insist on. */
  REQUIRED_CLAIMS(
      "vouchgate.token.required-claims",
      "list of claims",
      null,
      "Claims that a token must have besides iss, exp and iat; those of RFC 9068 are"
          + " aud,sub,client_id,jti."),
  /** ID tokens as if they were access tokens. */
  ALLOW_ID_TOKENS(
      "vouchgate.token.allow-id-tokens",
      "true or false",
      "false",
      "Dangerous: accepts ID tokens, which tell a client who somebody is and are not meant for us."
          + " An audience should be set beside it."),
  /** The longest token. */
  MAX_LENGTH(
      "vouchgate.token.max-length",
      "characters, 1024 to 1048576",
      "16384",
      "A longer token is refused before anything of it is decoded."),
  /** How many proven tokens are remembered. */
  CACHE_TOKENS(
      "vouchgate.cache.tokens",
      "tokens, 0 to 1000000",
      "10000",
      "How many proven tokens are remembered, so that a token that comes again is not verified"
          + " anew: its times, its key and its issuer are still asked each time. 0 remembers none."),
  /** How much memory that may take. */
  CACHE_BYTES(
      "vouchgate.cache.bytes",
      "bytes, 1048576 to 2147483647",
      "33554432",
      "How much memory the tokens that are remembered may take together, by estimate."),
  /** Who does the arithmetic. */
  CRYPTO_PROVIDER(
      "vouchgate.crypto.provider",
      "auto, jdk, or the name of a provider",
      "auto",
      "Who checks signatures: auto is AmazonCorrettoCryptoProvider for what it can do, where it is on"
          + " the class path, and the JDK for the rest; jdk looks for none. A provider that is named"
          + " must be there: that one, or any that the JVM has registered."),
  /** Tolerance for an issuer's fast clock. */
  CLOCK_AHEAD(
      "vouchgate.clock.ahead",
      "duration, 10 minutes at most",
      "10s",
      "How far in the future a token's iat and nbf may be, if the clock skew is not more: an"
          + " identity provider's clock may be a little fast.");

  private final Description description;

  TokenSetting(String text, String form, @Nullable String defaultValue, String meaning) {
    this.description = new Description(text, form, defaultValue, meaning);
  }

  @Override
  public Description description() {
    return description;
  }
}
