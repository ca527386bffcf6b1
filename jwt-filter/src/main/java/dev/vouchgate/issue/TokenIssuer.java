package dev.vouchgate.issue;

import dev.vouchgate.codec.JsonWriter;
import dev.vouchgate.jwe.JweEncrypter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Signs tokens in the name of one issuer.
 *
 * <pre>{@code
 * IssuedToken token = issuer.token("jdoe", "orders").roles("user").claim("tenant", "acme").issue();
 * }</pre>
 *
 * <p>Used by many threads.
 */
public final class TokenIssuer {
  private final IssuePolicy policy;
  private final SigningKeyRing ring;
  private final InstantSource clock;
  private final @Nullable JweEncrypter encrypter;

  /**
   * Creates an issuer.
   *
   * @param policy what all its tokens have in common
   * @param ring its keys, which stay published for as long as the longest token lives
   * @param clock the time
   * @throws IllegalArgumentException if the ring forgets keys before their last token has expired
   */
  public TokenIssuer(IssuePolicy policy, SigningKeyRing ring, InstantSource clock) {
    this(policy, ring, clock, null);
  }

  private TokenIssuer(
      IssuePolicy policy,
      SigningKeyRing ring,
      InstantSource clock,
      @Nullable JweEncrypter encrypter) {
    if (ring.policy().retention().compareTo(policy.longestLifetime()) < 0) {
      throw new IllegalArgumentException(
          "keys that stay published for "
              + ring.policy().retention()
              + " after they have signed are gone before tokens of "
              + policy.longestLifetime()
              + " have expired");
    }
    this.policy = policy;
    this.ring = ring;
    this.clock = clock;
    this.encrypter = encrypter;
  }

  /**
   * The same issuer, whose tokens only one recipient can read: signed, then encrypted.
   *
   * @param recipient encrypts for whoever the tokens are for
   * @return an issuer with the same keys
   */
  public TokenIssuer encryptingFor(JweEncrypter recipient) {
    return new TokenIssuer(policy, ring, clock, recipient);
  }

  /**
   * A token to be.
   *
   * @param subject whom it speaks of, {@code sub}; not blank
   * @param audience who is to accept it, {@code aud}: names, never a wildcard
   * @return the token, to which claims may be added before it is issued
   * @throws IllegalArgumentException if there is no subject or no audience, or one that is blank or
   *     has a {@code *}
   */
  public TokenDraft token(String subject, String... audience) {
    return new TokenDraft(this, subject, audience);
  }

  /** What all its tokens have in common. */
  public IssuePolicy policy() {
    return policy;
  }

  /** Its keys: what is to be published of them, and how one is dropped in an emergency. */
  public SigningKeyRing keys() {
    return ring;
  }

  IssuedToken sign(TokenDraft draft) {
    SigningKey key = ring.active();
    long now = clock.instant().getEpochSecond();
    long expiry = draft.expiry(now);
    Map<String, @Nullable Object> claims = new LinkedHashMap<>();
    claims.put("iss", policy.issuer());
    claims.putAll(draft.claims());
    claims.put("iat", now);
    claims.put("exp", expiry);
    claims.put("jti", UUID.randomUUID().toString());
    Map<String, String> header = new LinkedHashMap<>();
    header.put("alg", key.algorithm().toString());
    header.put("typ", "JWT");
    header.put("kid", key.keyId());
    String signed = key.signer().sign(JsonWriter.object(header), JsonWriter.object(claims));
    return new IssuedToken(
        encrypter == null ? signed : encrypter.encrypt(signed), Instant.ofEpochSecond(expiry));
  }
}
