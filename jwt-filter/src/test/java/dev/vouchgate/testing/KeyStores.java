package dev.vouchgate.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Stores of {@link Certificates}, and what TLS makes of them. */
public final class KeyStores {
  /** The password of every private key. */
  public static final String PASSWORD = "changeit";

  private KeyStores() {}

  /** That RSA key with its certificate. */
  public static KeyStore of(TestKey key) {
    try {
      KeyStore store = empty();
      Certificate[] chain = {certificate(key)};
      store.setKeyEntry(key.kid(), key.privateKey(), PASSWORD.toCharArray(), chain);
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The certificates of those. */
  public static KeyStore trusting(TestKey... keys) {
    try {
      KeyStore store = empty();
      for (TestKey key : keys) {
        store.setCertificateEntry(key.kid(), certificate(key));
      }
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** For a client that has those keys and trusts that server. */
  public static SSLContext client(TestKey server, TestKey... own) {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusting(server));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own.length == 0 ? empty() : of(own[0]), PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static Certificate certificate(TestKey key) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(Certificates.der(key)));
  }
}
