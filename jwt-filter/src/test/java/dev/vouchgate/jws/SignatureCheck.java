package dev.vouchgate.jws;

import java.security.Key;

/** Asks the product whether a token's signature holds, with the algorithm that a test names. */
final class SignatureCheck {

  private SignatureCheck() {}

  static boolean holds(String compact, String alg, Key key) throws MalformedTokenException {
    return CompactJws.parse(compact, 16_384)
        .isSignedBy(JwsAlgorithm.named(alg).orElseThrow(), key, new SignatureVerifier());
  }
}
