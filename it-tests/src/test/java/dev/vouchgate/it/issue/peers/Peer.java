package dev.vouchgate.it.issue.peers;

/** A library that verifies tokens, and in what words it refuses one. */
public enum Peer {
  NIMBUS("JWT audience rejected", "no matching key(s) found") {
    @Override
    public Verification trusting(String issuer, String audience) throws Exception {
      return Nimbus.trusting(issuer, audience);
    }
  },
  SMALLRYE("Audience (aud) claim", "SRJWT07005: Failed to load a key") {
    @Override
    public Verification trusting(String issuer, String audience) {
      return SmallRye.trusting(issuer, audience);
    }
  },
  SPRING_SECURITY("The aud claim is not valid", "no matching key(s) found") {
    @Override
    public Verification trusting(String issuer, String audience) {
      return SpringSecurity.trusting(issuer, audience);
    }
  };

  private final String wrongAudience;
  private final String unknownKey;

  Peer(String wrongAudience, String unknownKey) {
    this.wrongAudience = wrongAudience;
    this.unknownKey = unknownKey;
  }

  /** Has it fetch the issuer's keys, and take tokens for that audience alone. */
  public abstract Verification trusting(String issuer, String audience) throws Exception;

  /** Why it refuses a token for somebody else. */
  public String wrongAudience() {
    return wrongAudience;
  }

  /** Why it refuses a token of a key that the issuer does not publish. */
  public String unknownKey() {
    return unknownKey;
  }
}
