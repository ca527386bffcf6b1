package dev.vouchgate.testing;

import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;

/**
 * A key to sign with and the key to verify with; for HMAC both are the same secret.
 *
 * @param kid its name: the {@code kid} of tokens signed with it
 * @param signing a private or secret key
 * @param verification a public or secret key
 */
public record TestKey(String kid, Key signing, Key verification) {

  /** The public key of a pair. */
  public PublicKey publicKey() {
    return (PublicKey) verification;
  }

  /** The private key of a pair. */
  public PrivateKey privateKey() {
    return (PrivateKey) signing;
  }

  /** Its name. */
  @Override
  public String toString() {
    return kid;
  }
}
