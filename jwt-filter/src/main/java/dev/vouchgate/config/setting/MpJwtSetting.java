package dev.vouchgate.config.setting;

import org.jspecify.annotations.Nullable;

/** The settings of MicroProfile JWT 2.1, which mean what it says. */
public enum MpJwtSetting implements Setting {
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
          + " instead.");

  private final Description description;

  MpJwtSetting(String text, String form, @Nullable String defaultValue, String meaning) {
    this.description = new Description(text, form, defaultValue, meaning);
  }

  @Override
  public Description description() {
    return description;
  }
}
