package dev.vouchgate.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Certificates, or a private key with its own, for the connection to a key server. */
public final class TlsStore {
  private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC", "EdDSA");
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String PRIVATE_KEY = "PRIVATE KEY";

  private final KeyStore store;
  private final char[] password;

  private TlsStore(KeyStore store, char[] password) {
    this.store = store;
    this.password = password;
  }

  /**
   * Reads a store.
   *
   * @param bytes PKCS#12, or PEM: certificates, and if it is to say who we are a PKCS#8 private key
   *     that is not encrypted, with its certificate first
   * @param password of the PKCS#12
   * @return the store
   * @throws KeyFormatException if it is neither, or the password is wrong; the message tells
   *     nothing of what is in it
   */
  public static TlsStore of(byte[] bytes, Optional<String> password) throws KeyFormatException {
    char[] secret = password.orElse("").toCharArray();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      if (PemParser.isPem(text)) {
        store.load(null, null);
        fill(store, PemBlock.all(text), secret);
      } else {
        store.load(new ByteArrayInputStream(bytes), password.isPresent() ? secret : null);
      }
      return new TlsStore(store, secret);
    } catch (IOException e) {
      // Not as the cause: what the platform says may quote the store.
      throw new KeyFormatException(
          "found no PKCS#12 that this password opens, and no PEM; expected one of them");
    } catch (GeneralSecurityException e) {
      throw new KeyFormatException("found a store that this Java platform cannot read");
    }
  }

  /** Whether it has a certificate to trust. */
  public boolean hasCertificates() throws KeyFormatException {
    return has(false);
  }

  /** Whether it has a private key with its certificate. */
  public boolean hasPrivateKey() throws KeyFormatException {
    return has(true);
  }

  /**
   * Makes the context of connections.
   *
   * @param trusted whom to trust, and nobody else; empty for whom the platform trusts
   * @param own who we are; empty for nobody
   * @return the context
   * @throws KeyFormatException if the platform cannot do it
   */
  public static SSLContext context(Optional<TlsStore> trusted, Optional<TlsStore> own)
      throws KeyFormatException {
    try {
      @Nullable TrustManager[] trust = null;
      @Nullable KeyManager[] keys = null;
      if (trusted.isPresent()) {
        TrustManagerFactory factory =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted.get().store);
        trust = factory.getTrustManagers();
      }
      if (own.isPresent()) {
        KeyManagerFactory factory =
            KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(own.get().store, own.get().password);
        keys = factory.getKeyManagers();
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, trust, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new KeyFormatException("found a store that this Java platform cannot use for TLS");
    }
  }

  private boolean has(boolean key) throws KeyFormatException {
    try {
      for (Enumeration<String> names = store.aliases(); names.hasMoreElements(); ) {
        String name = names.nextElement();
        if (key ? store.isKeyEntry(name) : store.isCertificateEntry(name)) {
          return true;
        }
      }
      return false;
    } catch (GeneralSecurityException e) {
      throw new KeyFormatException("found a store that this Java platform cannot read");
    }
  }

  private static void fill(KeyStore store, List<PemBlock> blocks, char[] password)
      throws KeyFormatException, GeneralSecurityException {
    List<byte[]> keys = ders(blocks, PRIVATE_KEY);
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    Certificate[] certificates = new Certificate[ders(blocks, CERTIFICATE).size()];
    for (int i = 0; i < certificates.length; i++) {
      certificates[i] =
          factory.generateCertificate(new ByteArrayInputStream(ders(blocks, CERTIFICATE).get(i)));
    }
    if (certificates.length == 0
        || keys.size() > 1
        || blocks.size() != certificates.length + keys.size()) {
      throw new KeyFormatException(
          "found a PEM of "
              + blocks.stream().map(PemBlock::label).toList()
              + "; expected CERTIFICATE, and to say who we are one PRIVATE KEY (PKCS#8, not"
              + " encrypted)");
    }
    if (keys.isEmpty()) {
      for (int i = 0; i < certificates.length; i++) {
        store.setCertificateEntry("trusted " + i, certificates[i]);
      }
    } else {
      store.setKeyEntry("own", privateKey(keys.get(0)), password, certificates);
    }
  }

  private static List<byte[]> ders(List<PemBlock> blocks, String label) {
    return blocks.stream().filter(block -> block.label().equals(label)).map(PemBlock::der).toList();
  }

  private static PrivateKey privateKey(byte[] der) throws KeyFormatException {
    for (String algorithm : KEY_ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
      } catch (GeneralSecurityException e) {
        // Not this one, then; and what the platform says may quote the key.
      }
    }
    throw new KeyFormatException("found a PRIVATE KEY that is neither RSA, EC nor EdDSA");
  }
}
