package dev.vouchgate.jws;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyFactorySpi;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider of RS256 and RSA keys that counts what it is asked, and behaves as a test wants. */
final class StubProvider extends Provider {
  private static final long serialVersionUID = 1L;

  /** What it does with a signature. */
  enum Conduct {
    /** Judges it, as the platform does. */
    SOUND(""),
    LENIENT("it accepts a signature that does not hold"),
    STRICT("it refuses a signature that holds"),
    REFUSING_KEYS("java.security.InvalidKeyException: not such a key"),
    THROWING("java.security.SignatureException: out of order"),
    UNCHECKED("java.lang.IllegalStateException: out of order"),
    UNLINKED("java.lang.UnsatisfiedLinkError: no native library");

    private final String problem;

    Conduct(String problem) {
      this.problem = problem;
    }

    String problem() {
      return problem;
    }
  }

  final transient AtomicInteger verifications = new AtomicInteger();
  final transient AtomicInteger keys = new AtomicInteger();
  private volatile Conduct conduct;

  StubProvider(Conduct conduct) {
    super("Stub", "1", "a stub");
    this.conduct = conduct;
    putService(
        new Service(this, "Signature", "SHA256withRSA", "stub", null, null) {
          @Override
          public Object newInstance(Object parameter) {
            return new Rs256();
          }
        });
    putService(
        new Service(this, "KeyFactory", "RSA", "stub", null, null) {
          @Override
          public Object newInstance(Object parameter) {
            return new RsaKeys();
          }
        });
  }

  void become(Conduct later) {
    conduct = later;
  }

  /** The platform's, but for its conduct. */
  private final class Rs256 extends SignatureSpi {
    private final Signature platform;

    Rs256() {
      try {
        platform = Signature.getInstance("SHA256withRSA", "SunRsaSign");
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
      if (conduct == Conduct.REFUSING_KEYS) {
        throw new InvalidKeyException("not such a key");
      }
      platform.initVerify(key);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int from, int length) throws SignatureException {
      platform.update(bytes, from, length);
    }

    @Override
    protected boolean engineVerify(byte[] signature) throws SignatureException {
      verifications.incrementAndGet();
      return switch (conduct) {
        case LENIENT -> true;
        case STRICT -> false;
        case THROWING -> throw new SignatureException("out of order");
        case UNCHECKED -> throw new IllegalStateException("out of order");
        case UNLINKED -> throw new UnsatisfiedLinkError("no native library");
        default -> platform.verify(signature);
      };
    }

    @Override
    protected void engineInitSign(PrivateKey key) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void engineUpdate(byte one) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected byte[] engineSign() {
      throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
      throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new UnsupportedOperationException();
    }
  }

  /** The platform's, counted. */
  private final class RsaKeys extends KeyFactorySpi {
    @Override
    protected PublicKey engineGeneratePublic(KeySpec spec) throws InvalidKeySpecException {
      keys.incrementAndGet();
      try {
        return KeyFactory.getInstance("RSA", "SunRsaSign").generatePublic(spec);
      } catch (InvalidKeySpecException e) {
        throw e;
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    protected PrivateKey engineGeneratePrivate(KeySpec spec) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> type) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected Key engineTranslateKey(Key key) {
      throw new UnsupportedOperationException();
    }
  }
}
