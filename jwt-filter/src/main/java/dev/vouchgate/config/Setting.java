package dev.vouchgate.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every setting that there is: its name, its form, its default, and what it means.
 *
 * <p>A name with a part in angle brackets stands for many. {@code docs/configuration.md} is made
 * from this list.
 */
public enum Setting {
  /** The trusted issuer. */
  ISSUER(
      "mp.jwt.verify.issuer",
      "text, usually an https URL",
      null,
      "The trusted issuer, required: a token's iss must equal it exactly. If nothing else says"
          + " where the keys are, they are found through the issuer's metadata"
          + " (/.well-known/openid-configuration, then /.well-known/oauth-authorization-server)."),
  /** The verification key itself. */
  PUBLIC_KEY(
      "mp.jwt.verify.publickey",
      "PEM, JWK, JWKS, or base64url of a JWK or JWKS",
      null,
      "The public key, or set of keys, that tokens are verified with, as text. Not beside"
          + " mp.jwt.verify.publickey.location."),
  /** Where the verification key is. */
  PUBLIC_KEY_LOCATION(
      "mp.jwt.verify.publickey.location",
      "file path, class path resource, or URL",
      null,
      "Where the public keys are. An http or https address is fetched in the background, cached and"
          + " kept fresh. A file is read at deployment, and again within 10 seconds of a change; one that"
          + " cannot be used then changes nothing. Anything else is read once, at deployment."),
  /** The one algorithm of MicroProfile JWT. */
  PUBLIC_KEY_ALGORITHM(
      "mp.jwt.verify.publickey.algorithm",
      "one algorithm's name",
      null,
      "The only signature algorithm to accept, such as ES256. Without it RS256 and ES256 are."
          + " vouchgate.algorithms, if set, counts instead."),
  /** The audiences that we are. */
  AUDIENCES(
      "mp.jwt.verify.audiences",
      "list",
      null,
      "If set, a token's aud must name at least one of these exactly. Recommended: without it a"
          + " token meant for another service of the same issuer is accepted here."),
  /** How old a token may be. */
  TOKEN_AGE(
      "mp.jwt.verify.token.age",
      "seconds",
      null,
      "If set, a token is refused once this many seconds have passed since its iat."),
  /** Tolerance for expiry and age. */
  CLOCK_SKEW(
      "mp.jwt.verify.clock.skew",
      "seconds, 600 at most",
      "0",
      "How long after its exp, or its age limit, a token is still accepted."),
  /** Which header carries the token. */
  TOKEN_HEADER(
      "mp.jwt.token.header",
      "Authorization or Cookie",
      "Authorization",
      "Where the token is read from: the Authorization header (scheme Bearer), or a cookie."),
  /** The cookie's name. */
  TOKEN_COOKIE(
      "mp.jwt.token.cookie",
      "cookie name",
      "Bearer",
      "The cookie that carries the token, if mp.jwt.token.header is Cookie. Recommended: a name that"
          + " begins with __Host-, which no other host can set."),
  /** Where the decryption key is. */
  DECRYPT_KEY_LOCATION(
      "mp.jwt.decrypt.key.location",
      "file path, class path resource, or URL",
      null,
      "Where the private key for encrypted tokens is (PKCS#8 PEM, JWK, JWKS, or base64url of the"
          + " last two). If set, only encrypted tokens with a signed token inside are accepted. Of"
          + " several keys the token's kid chooses; a file is read again when it changes."),
  /** How content keys are wrapped. */
  DECRYPT_KEY_ALGORITHM(
      "mp.jwt.decrypt.key.algorithm",
      "one algorithm's name",
      null,
      "The only key management algorithm to accept in encrypted tokens, such as RSA-OAEP-256."
          + " Without it RSA-OAEP and RSA-OAEP-256 are. vouchgate.decrypt.algorithms, if set, counts"
          + " instead."),
  /** The clients that tokens may have been given to. */
  CLIENTS(
      "vouchgate.clients",
      "list of client ids",
      null,
      "If set, a token must have been given to one of these clients: its azp or client_id, whichever"
          + " it has, and if it has both then both."),
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
  /** The types of token to accept. */
  TOKEN_TYPES(
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
  TOKEN_MAX_LENGTH(
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
          + " identity provider's clock may be a little fast."),
  /** Where roles are. */
  ROLES_PATH(
      "vouchgate.roles.path",
      "list of claim paths",
      "groups",
      "Where the roles are in the claims; all that is found counts. Names separated by / lead into"
          + " objects (realm_access/roles), unless a claim has the whole path for its name."),
  /** What distinguishes an issuer's roles. */
  ROLES_PREFIX(
      "vouchgate.roles.prefix",
      "text",
      null,
      "Put before the name of every role that a token gives, so that another issuer's admin is not"
          + " ours. Roles that vouchgate.roles.map.<from> adds stay as they are written there; <from>"
          + " is the name in the token."),
  /** Roles that come with roles. */
  ROLES_MAP(
      "vouchgate.roles.map.<from>",
      "list of roles",
      null,
      "Roles that a caller who has <from> gets in addition."),
  /** Which paths a policy is for. */
  POLICY_PATHS(
      "vouchgate.policy.<name>.paths",
      "list of /exact, /prefix/* or *.suffix",
      null,
      "The paths that the policy <name> protects."),
  /** Which methods a policy is for. */
  POLICY_METHODS(
      "vouchgate.policy.<name>.methods",
      "list of HTTP methods",
      "all methods",
      "The methods it is for. A path named only for some methods is denied for the others."),
  /** Which roles a policy wants. */
  POLICY_ROLES(
      "vouchgate.policy.<name>.roles",
      "list of roles, or **",
      null,
      "The roles of which the caller needs one; ** for any proven caller."),
  /** What happens to paths that no policy names. */
  POLICY_DEFAULT(
      "vouchgate.policy.default",
      "permit or deny",
      "permit",
      "What happens to paths that no policy names."),
  /** The realm of challenges. */
  REALM(
      "vouchgate.realm",
      "text without quotes, backslashes or controls",
      "vouchgate",
      "The realm that challenges name (WWW-Authenticate: Bearer realm=...)."),
  /** Whether requests with a cookie must come from a page of ours. */
  CSRF(
      "vouchgate.csrf",
      "on or off",
      "on",
      "Whether, in cookie mode, a request that may change something is refused (403) unless the"
          + " browser says that a page of the same origin made it. Dangerous if off: any site's page"
          + " can then act as its visitors."),
  /** Whose pages besides ours. */
  CSRF_ORIGINS(
      "vouchgate.csrf.origins",
      "list of origins, such as https://shop.example.com",
      null,
      "Other origins whose pages may do so too. Also the application's own, if a reverse proxy does"
          + " not pass it on: then the container takes requests for those of another origin."),
  /** How bound tokens are proven. */
  BINDING(
      "vouchgate.binding",
      "list of dpop and mtls",
      null,
      "How tokens that are bound to whoever they were issued to (claim cnf) can be proven: by a key"
          + " (DPoP, RFC 9449), by a client certificate (mutual TLS, RFC 8705). Others, and without"
          + " this setting all, are refused."),
  /** Whether tokens must be bound. */
  BINDING_REQUIRED(
      "vouchgate.binding.required",
      "true or false",
      "false",
      "Refuses tokens that are bound to nothing, so that a stolen token alone is worth nothing."),
  /** Where clients reach the application. */
  DPOP_BASE_URL(
      "vouchgate.dpop.base-url",
      "list of http or https URLs",
      null,
      "The addresses under which clients reach the application, such as"
          + " https://api.example.com/shop: what stands in a proof (htu) before the path below the"
          + " application's own. Required with dpop: a request says what its sender wants of hosts"
          + " and proxies."),
  /** The algorithms of proofs. */
  DPOP_ALGORITHMS(
      "vouchgate.dpop.algorithms",
      "list of algorithm names",
      "RS256,RS384,RS512,PS256,PS384,PS512,ES256,ES384,ES512,EdDSA,Ed25519,Ed448",
      "The signature algorithms that proofs may have."),
  /** How old a proof may be. */
  DPOP_WINDOW(
      "vouchgate.dpop.window",
      "duration, 1 second to 10 minutes",
      "60s",
      "How far a proof's iat may be from now, in the past or, for clocks differ, in the future."),
  /** How many proofs are remembered. */
  DPOP_MAX_PROOFS(
      "vouchgate.dpop.max-proofs",
      "number, 1000 to 10000000",
      "100000",
      "How many proofs are remembered within that window, so that none is accepted twice, at about"
          + " 100 bytes each. Beyond that the oldest are forgotten, and all that are as old refused."),
  /** Whether proofs need a nonce. */
  DPOP_NONCE(
      "vouchgate.dpop.nonce",
      "true or false",
      "false",
      "Wants a nonce of ours in every proof, so that none can be made in advance: a client gets one"
          + " with a 401 (use_dpop_nonce) and uses it for two minutes or more."),
  /** What nonces are made of. */
  DPOP_NONCE_SECRET(
      "vouchgate.dpop.nonce.secret",
      "base64url of 32 bytes or more",
      null,
      "What nonces are made with, the same on all nodes that share their clients. Without it each"
          + " process makes up its own."),
  /** The header of a proxy that has ended TLS. */
  MTLS_HEADER(
      "vouchgate.mtls.header",
      "name of a header",
      null,
      "Where TLS ends at a proxy: the header in which it sends the client's certificate, as RFC 9440"
          + " has it (Client-Cert), base64 alone, or percent-encoded PEM. The proxy must take away"
          + " what clients send under that name."),
  /** The proxies that may send it. */
  MTLS_PROXIES(
      "vouchgate.mtls.proxies",
      "list of IP addresses or blocks such as 10.0.0.0/8",
      null,
      "The proxies that this header is believed of, by the address that they connect from. Required"
          + " with it."),
  /** Our own name as an issuer. */
  ISSUE_ISSUER(
      "vouchgate.issue.issuer",
      "text, usually the https URL of the application's root",
      null,
      "The name that this application issues tokens by (iss). Its presence turns issuing on: the"
          + " application signs tokens, and publishes its keys."),
  /** Where our documents are found. */
  ISSUE_BASE_URL(
      "vouchgate.issue.base-url",
      "http or https URL",
      null,
      "The address of the application's root, below which others find its published keys. Only"
          + " needed where the issuer is no such URL itself."),
  /** How tokens are signed. */
  ISSUE_ALGORITHM(
      "vouchgate.issue.algorithm",
      "RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA, Ed25519 or Ed448",
      "ES256",
      "What tokens are signed by. New keys are made for it; a given key that cannot, or names"
          + " another, signs by its own."),
  /** How long a token lives. */
  ISSUE_LIFETIME(
      "vouchgate.issue.lifetime",
      "duration, 1 second or more",
      "5m",
      "How long a token lives that asks for nothing else."),
  /** How long any token may live. */
  ISSUE_LIFETIME_LONGEST(
      "vouchgate.issue.lifetime.longest",
      "duration, 1 second to 30 days",
      "5m",
      "How long any token lives at most, whatever it asks for. Keys stay published a minute longer"
          + " than that after they have signed."),
  /** How long a key signs. */
  ISSUE_ROTATION(
      "vouchgate.issue.rotation",
      "duration, 1 second to 10 years",
      "720h",
      "How long a key signs before the next one does. Given keys do not rotate."),
  /** How long a key is known before it signs. */
  ISSUE_PUBLISH_AHEAD(
      "vouchgate.issue.publish-ahead",
      "duration, 1 second to 30 days",
      "2h",
      "How long a key is published before it signs: longer than any verifier keeps keys. They are"
          + " told to keep them for half of it (Cache-Control: max-age)."),
  /** Where the ring is. */
  ISSUE_KEYS_FOLDER(
      "vouchgate.issue.keys.folder",
      "folder",
      null,
      "Where the keys that the gate makes are kept, for the next start and for all nodes that share"
          + " the folder: encrypted (AES-256-GCM) under vouchgate.issue.keys.secret. Created if it is"
          + " missing; nobody but the user of the process may be able to write to it. Without it the"
          + " keys are in memory, and end with the process."),
  /** What the ring is sealed with. */
  ISSUE_KEYS_SECRET(
      "vouchgate.issue.keys.secret",
      "base64url of 32 bytes",
      null,
      "What the keys in the folder are encrypted under, the same on all nodes."),
  /** Where that is. */
  ISSUE_KEYS_SECRET_LOCATION(
      "vouchgate.issue.keys.secret.location",
      "path of a file that only its owner may read",
      null,
      "Where that secret is, instead."),
  /** Where given keys are. */
  ISSUE_KEYS_LOCATION(
      "vouchgate.issue.keys.location",
      "path of a file that only its owner may read",
      null,
      "Private keys to sign with, instead of such that the gate makes: PKCS#12, PKCS#8 PEM, JWK or"
          + " JWKS. The first signs, all are published; read once, at deployment."),
  /** Their password. */
  ISSUE_KEYS_PASSWORD(
      "vouchgate.issue.keys.password", "text", null, "The password of a PKCS#12 file of keys."),
  /** Where that is. */
  ISSUE_KEYS_PASSWORD_LOCATION(
      "vouchgate.issue.keys.password.location",
      "path of a file that only its owner may read",
      null,
      "Where that password is, instead."),
  /** Whom tokens are encrypted for. */
  ISSUE_ENCRYPT_KEY_LOCATION(
      "vouchgate.issue.encrypt.key.location",
      "file path or class path resource",
      null,
      "The public key (PEM, JWK or JWKS; RSA, or EC on P-256, P-384 or P-521) of the one recipient"
          + " whom tokens are encrypted for after they are signed (A256GCM). Without it they are"
          + " signed only."),
  /** How the content key comes to them. */
  ISSUE_ENCRYPT_KEY_ALGORITHM(
      "vouchgate.issue.encrypt.key.algorithm",
      "RSA-OAEP, RSA-OAEP-256, ECDH-ES, ECDH-ES+A128KW or ECDH-ES+A256KW",
      null,
      "How the content key is encrypted for them. Without it as the key's alg says, otherwise by"
          + " RSA-OAEP-256 or ECDH-ES, whichever it can."),
  /** Whether we trust ourselves. */
  ISSUE_TRUST(
      "vouchgate.issue.trust",
      "true or false",
      "true",
      "Whether the gate accepts the application's own tokens, by the keys that it has and without"
          + " HTTP. mp.jwt.verify.audiences and what else tokens must satisfy holds for them too."),
  /** Where clients ask for tokens. */
  TOKEN_PATH(
      "vouchgate.issue.token-path",
      "path, such as /token",
      null,
      "Turns the token endpoint on, there below the application's own path. Clients send their"
          + " credentials to it: by https only, but for loopback addresses."),
  /** The proxies before it. */
  TOKEN_PROXIES(
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
          + " vouchgate.issue.lifetime.longest."),
  /** Where people log in. */
  LOGIN_PATH(
      "vouchgate.login.path",
      "path, such as /login",
      null,
      "Turns logging in on, there below the application's own path: a user's name and password,"
          + " which the application's identity stores know, for a token, in the body, or with"
          + " mp.jwt.token.header=Cookie in that cookie. Needs vouchgate.issue.issuer, and"
          + " mp-extension or a PasswordCheck of the application's own."),
  /** Whom the tokens of a login are for. */
  LOGIN_AUDIENCES(
      "vouchgate.login.audiences",
      "list of audiences without *",
      "those of mp.jwt.verify.audiences",
      "The audiences of a login's tokens."),
  /** How long a login lasts. */
  LOGIN_REFRESH(
      "vouchgate.login.refresh",
      "duration, 90 days at most",
      "8h",
      "How long a login can be renewed by refresh tokens, each of which is good once. 0 gives none."),
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
          + " issuers, and not to other hosts that the issuer's metadata may name."),
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
  /** Whose token a service gets. */
  CALL_FROM(
      "vouchgate.call.<service>.from",
      "self, sts or caller",
      "sts with vouchgate.call.token-endpoint, otherwise self",
      "Whose token the service <service> is called with: one that we sign ourselves"
          + " (vouchgate.issue.issuer), one that vouchgate.call.token-endpoint gives us, or the one"
          + " that our own caller has sent, if its aud names that service too."),
  /** The name that a service has in tokens. */
  CALL_AUDIENCE(
      "vouchgate.call.<service>.audience",
      "text without *",
      "the service's name",
      "The only aud of tokens for <service>: one of its mp.jwt.verify.audiences."),
  /** What tokens for a service are to allow. */
  CALL_SCOPE(
      "vouchgate.call.<service>.scope",
      "text, separated by spaces",
      null,
      "The scope of tokens for <service>: what the token endpoint is asked for, or the claim scope of"
          + " a token that we sign ourselves."),
  /** What we are at a service. */
  CALL_ROLES(
      "vouchgate.call.<service>.roles",
      "list of roles",
      null,
      "The groups of tokens for <service> that we sign ourselves."),
  /** Who we are in tokens that we sign. */
  CALL_SUBJECT(
      "vouchgate.call.subject",
      "text",
      "the first of mp.jwt.verify.audiences, otherwise vouchgate.issue.issuer",
      "The sub of tokens that we sign ourselves to call services with: this service's name."),
  /** Who gives us tokens. */
  CALL_TOKEN_ENDPOINT(
      "vouchgate.call.token-endpoint",
      "https URL, or http of this machine",
      null,
      "The token endpoint that gives us tokens for services (RFC 6749 section 4.4, client"
          + " credentials). It is reached as key servers are: vouchgate.jwks.proxy, truststore,"
          + " keystore and deadline count for it too."),
  /** Who we are there. */
  CALL_CLIENT_ID(
      "vouchgate.call.client-id",
      "text",
      null,
      "Our name at the token endpoint. Required with it."),
  /** What it knows us by. */
  CALL_CLIENT_SECRET(
      "vouchgate.call.client-secret",
      "text",
      null,
      "What the token endpoint knows us by (client_secret_basic). One of this, its location or"
          + " vouchgate.call.client-key.location is required with it."),
  /** Where that is. */
  CALL_CLIENT_SECRET_LOCATION(
      "vouchgate.call.client-secret.location",
      "file path or class path resource",
      null,
      "Where that secret is. A file that others may read is refused; one that changes is read"
          + " again."),
  /** What we sign with instead. */
  CALL_CLIENT_KEY_LOCATION(
      "vouchgate.call.client-key.location",
      "file path or class path resource",
      null,
      "Where the private key is that we prove to the token endpoint who we are with, instead of a"
          + " secret (private_key_jwt, RFC 7523). A file that others may read is refused; one that"
          + " changes is read again."),
  /** The sample's demo issuer. */
  DEMO(
      "vouchgate.demo",
      "true or false",
      "false",
      "Read by the sample application only: switches its demo issuer on. The gate ignores it.");

  private final String text;
  private final String form;
  private final @Nullable String defaultValue;
  private final String meaning;

  Setting(String text, String form, @Nullable String defaultValue, String meaning) {
    this.text = text;
    this.form = form;
    this.defaultValue = defaultValue;
    this.meaning = meaning;
  }

  /** The name, as it is written in a properties file. */
  public String text() {
    return text;
  }

  /** What its value looks like. */
  public String form() {
    return form;
  }

  /** The value that counts if it is not set; empty if there is none. */
  public Optional<String> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  /** What it does. */
  public String meaning() {
    return meaning;
  }

  /** Whether its value must not be shown: a secret, or where one might stand by mistake. */
  boolean isSecret() {
    return switch (this) {
      case SECRET,
          SECRET_LOCATION,
          DPOP_NONCE_SECRET,
          CLIENT_SECRET,
          CLIENT_API_KEY,
          CLIENT_KEYS,
          ISSUE_KEYS_SECRET,
          ISSUE_KEYS_SECRET_LOCATION,
          ISSUE_KEYS_PASSWORD,
          ISSUE_KEYS_PASSWORD_LOCATION,
          JWKS_PROXY_PASSWORD,
          JWKS_TRUSTSTORE_PASSWORD,
          JWKS_KEYSTORE_PASSWORD,
          JWKS_HEADER,
          CALL_CLIENT_SECRET,
          CALL_CLIENT_SECRET_LOCATION ->
          true;
      default -> false;
    };
  }

  SettingName pattern() {
    return new SettingName(text);
  }
}
