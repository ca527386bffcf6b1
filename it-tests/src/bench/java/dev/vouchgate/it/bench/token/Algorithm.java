package dev.vouchgate.it.bench.token;

/** The signature algorithms that are measured (RFC 7518 §3.1, RFC 8037 §3.1). */
public enum Algorithm {
  RS256("RS256"),
  PS256("PS256"),
  ES256("ES256"),
  EDDSA("EdDSA"),
  HS256("HS256");

  private final String jose;

  Algorithm(String jose) {
    this.jose = jose;
  }

  /** The value of {@code alg}. */
  public String jose() {
    return jose;
  }

  /** Whether verifier and signer share a secret; otherwise there is a set of public keys. */
  public boolean isSecret() {
    return this == HS256;
  }
}
