package dev.vouchgate.keys;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;

/** Reads one key in PEM (RFC 7468). */
public final class PemParser {
  private static final List<String> PUBLIC_ALGORITHMS = List.of("RSA", "EC", "EdDSA");
  private static final List<String> DECRYPTING_ALGORITHMS = List.of("RSA", "EC", "X25519");

  private PemParser() {}

  /**
   * Whether a text is meant to be PEM.
   *
   * @param text any text
   * @return true if it has an encapsulation boundary
   */
  public static boolean isPem(String text) {
    return text.contains(PemBlock.BEGIN);
  }

  /**
   * Reads a public key.
   *
   * @param text one {@code PUBLIC KEY} (RSA, EC, Ed25519, Ed448), or one {@code CERTIFICATE}, of
   *     which only the key counts: neither its issuer nor its validity is looked at
   * @return the key, not yet judged
   * @throws KeyFormatException if it is neither, more than one, or a private key
   */
  public static PublicKey publicKey(String text) throws KeyFormatException {
    PemBlock block = PemBlock.only(text);
    return switch (block.label()) {
      case "PUBLIC KEY" -> subjectPublicKey(block.der());
      case "CERTIFICATE" -> certified(block.der());
      case "RSA PUBLIC KEY" ->
          throw new KeyFormatException(
              "found a PKCS#1 RSA PUBLIC KEY; expected PUBLIC KEY, which"
                  + " 'openssl rsa -RSAPublicKey_in -in key.pem -pubout' writes");
      default -> throw notPublic(block.label());
    };
  }

  /**
   * Reads a private key.
   *
   * @param text one {@code PRIVATE KEY} (RSA, EC, X25519) in PKCS#8, not encrypted
   * @return the key, not yet judged
   * @throws KeyFormatException if it is anything else
   */
  public static PrivateKey privateKey(String text) throws KeyFormatException {
    return privateKey(text, DECRYPTING_ALGORITHMS);
  }

  /** The same for a key that signs, which may be EdDSA and not X25519. */
  static PrivateKey signingKey(String text) throws KeyFormatException {
    return privateKey(text, PUBLIC_ALGORITHMS);
  }

  private static PrivateKey privateKey(String text, List<String> algorithms)
      throws KeyFormatException {
    PemBlock block = PemBlock.only(text);
    if (!block.label().equals("PRIVATE KEY")) {
      throw new KeyFormatException(
          "found a PEM of "
              + block.label()
              + "; expected PRIVATE KEY (PKCS#8, not encrypted), which"
              + " 'openssl pkcs8 -topk8 -nocrypt -in key.pem' writes");
    }
    for (String algorithm : algorithms) {
      try {
        return KeyFactory.getInstance(algorithm)
            .generatePrivate(new PKCS8EncodedKeySpec(block.der()));
      } catch (GeneralSecurityException e) {
        // Not this one, then; and what the platform says may quote the key.
      }
    }
    throw new KeyFormatException(
        "found a PRIVATE KEY that is neither RSA, EC nor "
            + algorithms.get(2)
            + "; expected one of them in PKCS#8");
  }

  private static KeyFormatException notPublic(String label) {
    return label.endsWith("PRIVATE KEY")
        ? new KeyFormatException(
            "found a private key (PEM of "
                + label
                + ") where the public one belongs, which"
                + " 'openssl pkey -in key.pem -pubout' writes")
        : new KeyFormatException(
            "found a PEM of " + label + "; expected PUBLIC KEY or CERTIFICATE");
  }

  private static PublicKey subjectPublicKey(byte[] der) throws KeyFormatException {
    KeyFormatException failure =
        new KeyFormatException(
            "found a PUBLIC KEY that this Java platform cannot read; expected RSA, EC on a named"
                + " curve with its point uncompressed, Ed25519 or Ed448");
    for (String algorithm : PUBLIC_ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der));
      } catch (GeneralSecurityException e) {
        failure.addSuppressed(e);
      }
    }
    throw failure;
  }

  private static PublicKey certified(byte[] der) throws KeyFormatException {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(der))
          .getPublicKey();
    } catch (GeneralSecurityException e) {
      throw new KeyFormatException("found a CERTIFICATE that cannot be read; expected X.509", e);
    }
  }
}
