package dev.vouchgate.testing;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dev.vouchgate.jws.SignatureProvider;

/**
 * The native provider that users may add. On a machine that its jar is not made for it does
 * nothing, and the platform does all; the tests that ask both hold there too.
 */
public final class NativeProvider {
  /** As it is loaded on the class path of the tests; registered nowhere. */
  public static final AmazonCorrettoCryptoProvider JCA = AmazonCorrettoCryptoProvider.INSTANCE;

  /** What a self-test leaves of it. */
  public static final SignatureProvider.SelfTest TESTED = SignatureProvider.selfTest(JCA);

  private NativeProvider() {}

  /** Whether its native library is one of this machine. */
  public static boolean isLoaded() {
    return JCA.getLoadingError() == null;
  }
}
