package dev.vouchgate.config.setting;

import org.jspecify.annotations.Nullable;

/** How tokens are issued. */
public enum IssueSetting implements Setting {
  /** Our own name as an issuer. */
  ISSUER(
      "vouchgate.issue.issuer",
      "text, usually the https URL of the application's root",
      null,
      "The name that this application issues tokens by (iss). Its presence turns issuing on: the"
          + " application signs tokens, and publishes its keys."),
  /** Where our documents are found. */
  BASE_URL(
      "vouchgate.issue.base-url",
      "http or https URL",
      null,
      "The address of the application's root, below which others find its published keys. Only"
          + " needed where the issuer is no such URL itself."),
  /** How tokens are signed. */
  ALGORITHM(
      "vouchgate.issue.algorithm",
      "RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA, Ed25519 or Ed448",
      "ES256",
      "What tokens are signed by. New keys are made for it; a given key that cannot, or names"
          + " another, signs by its own."),
  /** How long a token lives. */
  LIFETIME(
      "vouchgate.issue.lifetime",
      "duration, 1 second or more",
      "5m",
      "How long a token lives that asks for nothing else."),
  /** How long any token may live. */
  LIFETIME_LONGEST(
      "vouchgate.issue.lifetime.longest",
      "duration, 1 second to 30 days",
      "5m",
      "How long any token lives at most, whatever it asks for. Keys stay published a minute longer"
          + " than that after they have signed."),
  /** How long a key signs. */
  ROTATION(
      "vouchgate.issue.rotation",
      "duration, 1 second to 10 years",
      "720h",
      "How long a key signs before the next one does. Given keys do not rotate."),
  /** How long a key is known before it signs. */
  PUBLISH_AHEAD(
      "vouchgate.issue.publish-ahead",
      "duration, 1 second to 30 days",
      "2h",
      "How long a key is published before it signs: longer than any verifier keeps keys. They are"
          + " told to keep them for half of it (Cache-Control: max-age)."),
  /** Where the ring is. */
  KEYS_FOLDER(
      "vouchgate.issue.keys.folder",
      "folder",
      null,
      "Where the keys that the gate makes are kept, for the next start and for all nodes that share"
          + " the folder: encrypted (AES-256-GCM) under vouchgate.issue.keys.secret. Created if it is"
          + " missing; nobody but the user of the process may be able to write to it. Without it the"
          + " keys are in memory, and end with the process."),
  /** What the ring is sealed with. */
  KEYS_SECRET(
      "vouchgate.issue.keys.secret",
      "base64url of 32 bytes",
      null,
      "What the keys in the folder are encrypted under, the same on all nodes."),
  /** Where that is. */
  KEYS_SECRET_LOCATION(
      "vouchgate.issue.keys.secret.location",
      "path of a file that only its owner may read",
      null,
      "Where that secret is, instead."),
  /** Where given keys are. */
  KEYS_LOCATION(
      "vouchgate.issue.keys.location",
      "path of a file that only its owner may read",
      null,
      "Private keys to sign with, instead of such that the gate makes: PKCS#12, PKCS#8 PEM, JWK or"
          + " JWKS. The first signs, all are published; read once, at deployment."),
  /** Their password. */
  KEYS_PASSWORD(
      "vouchgate.issue.keys.password", "text", null, "The password of a PKCS#12 file of keys."),
  /** Where that is. */
  KEYS_PASSWORD_LOCATION(
      "vouchgate.issue.keys.password.location",
      "path of a file that only its owner may read",
      null,
      "Where that password is, instead."),
  /** Whom tokens are encrypted for. */
  ENCRYPT_KEY_LOCATION(
      "vouchgate.issue.encrypt.key.location",
      "file path or class path resource",
      null,
      "The public key (PEM, JWK or JWKS; RSA, or EC on P-256, P-384 or P-521) of the one recipient"
          + " whom tokens are encrypted for after they are signed (A256GCM). Without it they are"
          + " signed only."),
  /** How the content key comes to them. */
  ENCRYPT_KEY_ALGORITHM(
      "vouchgate.issue.encrypt.key.algorithm",
      "RSA-OAEP, RSA-OAEP-256, ECDH-ES, ECDH-ES+A128KW or ECDH-ES+A256KW",
      null,
      "How the content key is encrypted for them. Without it as the key's alg says, otherwise by"
          + " RSA-OAEP-256 or ECDH-ES, whichever it can."),
  /** Whether we trust ourselves. */
  TRUST(
      "vouchgate.issue.trust",
      "true or false",
      "true",
      "Whether the gate accepts the application's own tokens, by the keys that it has and without"
          + " HTTP. mp.jwt.verify.audiences and what else tokens must satisfy holds for them too.");

  private final Description description;

  IssueSetting(String text, String form, @Nullable String defaultValue, String meaning) {
    this.description = new Description(text, form, defaultValue, meaning);
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public boolean isSecret() {
    return this == KEYS_SECRET
        || this == KEYS_SECRET_LOCATION
        || this == KEYS_PASSWORD
        || this == KEYS_PASSWORD_LOCATION;
  }
}
