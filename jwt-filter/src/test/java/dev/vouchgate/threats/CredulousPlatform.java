package dev.vouchgate.threats;

import java.security.InvalidParameterException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;

/**
 * A Java platform whose every signature holds: what is refused on it, the gate has refused by
 * itself. Platforms have been nearly so credulous (CVE-2022-21449).
 */
final class CredulousPlatform {
  private static final List<String> NAMES =
      List.of(
          "SHA256withRSA",
          "RSASSA-PSS",
          "EdDSA",
          "SHA256withECDSAinP1363Format",
          "SHA384withECDSAinP1363Format",
          "SHA512withECDSAinP1363Format");

  private CredulousPlatform() {}

  /** What is tried on it. */
  @FunctionalInterface
  interface Trial {
    void run() throws Exception;
  }

  /** Tries that, and restores the platform. */
  static void during(Trial trial) throws Exception {
    Provider provider = new Believer();
    Security.insertProviderAt(provider, 1);
    try {
      trial.run();
    } finally {
      Security.removeProvider(provider.getName());
    }
  }

  private static final class Believer extends Provider {
    private static final long serialVersionUID = 1L;

    Believer() {
      super("Believer", "1", "Believes every signature");
      for (String name : NAMES) {
        putService(
            new Service(this, "Signature", name, AnySignature.class.getName(), null, null) {
              @Override
              public Object newInstance(Object parameter) {
                return new AnySignature();
              }
            });
      }
    }
  }

  private static final class AnySignature extends SignatureSpi {
    @Override
    protected void engineInitVerify(PublicKey key) {}

    @Override
    protected void engineInitSign(PrivateKey key) {
      throw new InvalidParameterException("it signs nothing");
    }

    @Override
    protected void engineUpdate(byte b) {}

    @Override
    protected void engineUpdate(byte[] bytes, int from, int length) {}

    @Override
    protected byte[] engineSign() {
      throw new InvalidParameterException("it signs nothing");
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
      return true;
    }

    @Override
    protected void engineSetParameter(AlgorithmParameterSpec parameters) {}

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {}

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new InvalidParameterException("it has none");
    }
  }
}
