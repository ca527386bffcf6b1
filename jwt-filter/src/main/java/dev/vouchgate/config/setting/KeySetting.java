package dev.vouchgate.config.setting;

import org.jspecify.annotations.Nullable;

/** Which keys tokens are verified with, and how they are fetched. */
public enum KeySetting implements Setting {
  /** The algorithms to accept. */
  ALGORITHMS(
      "vouchgate.algorithms",
      "list of algorithm names",
      "RS256,ES256; with a secret HS256",
      "The signature algorithms to accept: RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384,"
          + " ES512, EdDSA, Ed25519, Ed448; with a secret HS256, HS384, HS512 and nothing else."),
  /** How content keys may come. */
  DECRYPT_ALGORITHMS(
      "vouchgate.decrypt.algorithms",
      "list of algorithm names",
      "RSA-OAEP,RSA-OAEP-256",
      "The key management algorithms to accept in encrypted tokens: RSA-OAEP, RSA-OAEP-256, and"
          + " beyond MicroProfile JWT ECDH-ES, ECDH-ES+A128KW, ECDH-ES+A256KW (keys on P-256, P-384,"
          + " P-521, X25519). The content is always A256GCM or A128GCM."),
  /** A shared secret. */
  SECRET(
      "vouchgate.secret",
      "base64url, at least as long as the hash",
      null,
      "A shared secret for HMAC-signed tokens. Never beside a public-key source: whoever verifies"
          + " with a secret can also sign with it."),
  /** Where the shared secret is. */
  SECRET_LOCATION(
      "vouchgate.secret.location",
      "file path or class path resource",
      null,
      "Where the shared secret is, as vouchgate.secret would have it. A file is read again when it"
          + " changes."),
  /** How long a fetched key set is used. */
  JWKS_TTL(
      "vouchgate.jwks.ttl",
      "duration, 1 to 60 minutes",
      "10m",
      "How long a fetched key set is used before it is fetched again, if the answer does not say."),
  /** The least time that a fetched key set is used. */
  JWKS_MIN_TTL(
      "vouchgate.jwks.min-ttl",
      "duration, 1 second to 60 minutes",
      "1m",
      "The least time that a fetched key set is used, whatever the answer says (Cache-Control,"
          + " Expires)."),
  /** The most time that a fetched key set is used. */
  JWKS_MAX_TTL(
      "vouchgate.jwks.max-ttl",
      "duration, 1 minute to 24 hours",
      "60m",
      "The most time that a fetched key set is used, whatever the answer says."),
  /** How long an expired key set is kept. */
  JWKS_STALE_LIMIT(
      "vouchgate.jwks.stale-limit",
      "duration, 168 hours at most",
      "24h",
      "How long a key set is used beyond its time while it cannot be fetched anew. After that"
          + " tokens are answered with 503."),
  /** How often unknown keys cause a fetch. */
  JWKS_UNKNOWN_KID_INTERVAL(
      "vouchgate.jwks.unknown-kid-interval",
      "duration, 1 second to 10 minutes",
      "10s",
      "The least time between two fetches for the sake of tokens that name unknown keys."),
  /** How long a fetch may take. */
  JWKS_DEADLINE(
      "vouchgate.jwks.deadline",
      "duration, 1 to 60 seconds",
      "5s",
      "How long fetching a document may take in all, from connecting to the last byte; also how"
          + " long a request waits for keys that it needs."),
  /** Where key sets are kept on disk. */
  JWKS_SNAPSHOT(
      "vouchgate.jwks.snapshot",
      "folder",
      null,
      "If set, the last good key set is kept there, so that a start while its server is down can"
          + " judge tokens all the same. Created if it is missing; nobody but the user of the"
          + " process may be able to write to it. A snapshot counts as long as the keys would have"
          + " without a restart, and only until the first fetch succeeds."),
  /** The largest key set. */
  JWKS_MAX_BYTES(
      "vouchgate.jwks.max-bytes",
      "bytes, 1024 to 16777216",
      "524288",
      "A larger answer of a key server is refused while it is being read."),
  /** Plain http for keys. */
  JWKS_ALLOW_HTTP(
      "vouchgate.jwks.allow-http",
      "true or false",
      "false",
      "Dangerous: fetches keys over plain http from other machines, where anybody on the way can"
          + " replace them. Loopback addresses may always be http."),
  /** Short RSA keys. */
  ALLOW_WEAK_RSA(
      "vouchgate.keys.allow-weak-rsa",
      "true or false",
      "false",
      "Dangerous: accepts RSA keys from 1024 bits on. Without it they need 2048 (RFC 7518 section"
          + " 3.3)."),
  /** The proxy. */
  JWKS_PROXY(
      "vouchgate.jwks.proxy",
      "host:port",
      null,
      "The HTTP proxy through which keys are fetched, instead of what the Java platform is set to."),
  /** The user at the proxy. */
  JWKS_PROXY_USER(
      "vouchgate.jwks.proxy.user",
      "text",
      null,
      "The user's name at the proxy. For an https address the Java platform needs the option"
          + " -Djdk.http.auth.tunneling.disabledSchemes= as well."),
  /** The password at the proxy. */
  JWKS_PROXY_PASSWORD("vouchgate.jwks.proxy.password", "text", null, "The password at the proxy."),
  /** Whom to trust. */
  JWKS_TRUSTSTORE(
      "vouchgate.jwks.truststore",
      "file path or class path resource, PKCS#12 or PEM",
      null,
      "The certificates that key servers are trusted by, instead of those of the Java platform."),
  /** The password of the trust store. */
  JWKS_TRUSTSTORE_PASSWORD(
      "vouchgate.jwks.truststore.password", "text", null, "The password of a PKCS#12 trust store."),
  /** Who we are. */
  JWKS_KEYSTORE(
      "vouchgate.jwks.keystore",
      "file path or class path resource, PKCS#12 or PEM",
      null,
      "The private key and certificate that key servers are shown when they ask for one. As PEM the"
          + " key is PKCS#8 and not encrypted."),
  /** The password of the key store. */
  JWKS_KEYSTORE_PASSWORD(
      "vouchgate.jwks.keystore.password", "text", null, "The password of a PKCS#12 key store."),
  /** Headers for the key server. */
  JWKS_HEADER(
      "vouchgate.jwks.header.<name>",
      "text in visible ASCII",
      null,
      "A header <name> that is sent to the issuer, or the key location if that is set; not to other"
          + " issuers, and not to other hosts that the issuer's metadata may name.");

  private final Description description;

  KeySetting(String text, String form, @Nullable String defaultValue, String meaning) {
    this.description = new Description(text, form, defaultValue, meaning);
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public boolean isSecret() {
    return this == SECRET
        || this == SECRET_LOCATION
        || this == JWKS_PROXY_PASSWORD
        || this == JWKS_TRUSTSTORE_PASSWORD
        || this == JWKS_KEYSTORE_PASSWORD
        || this == JWKS_HEADER;
  }
}
