package dev.vouchgate.config.setting;

import org.jspecify.annotations.Nullable;

/** How other services are called. */
public enum CallSetting implements Setting {
  /** Whose token a service gets. */
  FROM(
      "vouchgate.call.<service>.from",
      "self, sts or caller",
      "sts with vouchgate.call.token-endpoint, otherwise self",
      "Whose token the service <service> is called with: one that we sign ourselves"
          + " (vouchgate.issue.issuer), one that vouchgate.call.token-endpoint gives us, or the one"
          + " that our own caller has sent, if its aud names that service too."),
  /** The name that a service has in tokens. */
  AUDIENCE(
      "vouchgate.call.<service>.audience",
      "text without *",
      "the service's name",
      "The only aud of tokens for <service>: one of its mp.jwt.verify.audiences."),
  /** What tokens for a service are to allow. */
  SCOPE(
      "vouchgate.call.<service>.scope",
      "text, separated by spaces",
      null,
      "The scope of tokens for <service>: what the token endpoint is asked for, or the claim scope of"
          + " a token that we sign ourselves."),
  /** What we are at a service. */
  ROLES(
      "vouchgate.call.<service>.roles",
      "list of roles",
      null,
      "The groups of tokens for <service> that we sign ourselves."),
  /** Who we are in tokens that we sign. */
  SUBJECT(
      "vouchgate.call.subject",
      "text",
      "the first of mp.jwt.verify.audiences, otherwise vouchgate.issue.issuer",
      "The sub of tokens that we sign ourselves to call services with: this service's name."),
  /** Who gives us tokens. */
  TOKEN_ENDPOINT(
      "vouchgate.call.token-endpoint",
      "https URL, or http of this machine",
      null,
      "The token endpoint that gives us tokens for services (RFC 6749 section 4.4, client"
          + " credentials). It is reached as key servers are: vouchgate.jwks.proxy, truststore,"
          + " keystore and deadline count for it too."),
  /** Who we are there. */
  CLIENT_ID(
      "vouchgate.call.client-id",
      "text",
      null,
      "Our name at the token endpoint. Required with it."),
  /** What it knows us by. */
  CLIENT_SECRET(
      "vouchgate.call.client-secret",
      "text",
      null,
      "What the token endpoint knows us by (client_secret_basic). One of this, its location or"
          + " vouchgate.call.client-key.location is required with it."),
  /** Where that is. */
  CLIENT_SECRET_LOCATION(
      "vouchgate.call.client-secret.location",
      "file path or class path resource",
      null,
      "Where that secret is. A file that others may read is refused; one that changes is read"
          + " again."),
  /** What we sign with instead. */
  CLIENT_KEY_LOCATION(
      "vouchgate.call.client-key.location",
      "file path or class path resource",
      null,
      "Where the private key is that we prove to the token endpoint who we are with, instead of a"
          + " secret (private_key_jwt, RFC 7523). A file that others may read is refused; one that"
          + " changes is read again.");

  private final Description description;

  CallSetting(String text, String form, @Nullable String defaultValue, String meaning) {
    this.description = new Description(text, form, defaultValue, meaning);
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public boolean isSecret() {
    return this == CLIENT_SECRET || this == CLIENT_SECRET_LOCATION;
  }
}
