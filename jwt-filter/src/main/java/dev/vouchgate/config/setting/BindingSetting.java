package dev.vouchgate.config.setting;

import org.jspecify.annotations.Nullable;

/** How tokens are bound to whoever may use them. */
public enum BindingSetting implements Setting {
  /** How bound tokens are proven. */
  METHODS(
      "vouchgate.binding",
      "list of dpop and mtls",
      null,
      "How tokens that are bound to whoever they were issued to (claim cnf) can be proven: by a key"
          + " (DPoP, RFC 9449), by a client certificate (mutual TLS, RFC 8705). Others, and without"
          + " this setting all, are refused."),
  /** Whether tokens must be bound. */
  REQUIRED(
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
          + " with it.");

  private final Description description;

  BindingSetting(String text, String form, @Nullable String defaultValue, String meaning) {
    this.description = new Description(text, form, defaultValue, meaning);
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public boolean isSecret() {
    return this == DPOP_NONCE_SECRET;
  }
}
