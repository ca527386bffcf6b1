package dev.vouchgate.jws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.NativeProvider;
import java.security.Key;

/**
 * Asks the product whether a token's signature holds, with the algorithm that a test names: on the
 * platform's primitives, and on those of the native provider, which must say the same.
 */
final class SignatureCheck {
  private static final SignatureVerifier PLATFORM = new SignatureVerifier();
  private static final SignatureVerifier NATIVE =
      new SignatureVerifier(NativeProvider.TESTED.provider());

  private SignatureCheck() {}

  static boolean holds(String compact, String alg, Key key) throws MalformedTokenException {
    CompactJws token = CompactJws.parse(compact, 16_384);
    JwsAlgorithm algorithm = JwsAlgorithm.named(alg).orElseThrow();
    boolean holds = token.isSignedBy(algorithm, key, PLATFORM);
    assertThat(token.isSignedBy(algorithm, key, NATIVE)).as("by the provider").isEqualTo(holds);
    return holds;
  }
}
