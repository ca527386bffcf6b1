package dev.vouchgate.testing;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;

/** Keys in PEM (RFC 7468): the public one as {@code PUBLIC KEY}, the private as PKCS#8. */
public final class Pem {
  private static final byte[] NEW_LINE = "\n".getBytes(StandardCharsets.US_ASCII);

  private Pem() {}

  /** The public key. */
  public static String of(TestKey key) {
    return block("PUBLIC KEY", key.verification());
  }

  /** The private key. */
  public static String privateOf(TestKey key) {
    return block("PRIVATE KEY", key.signing());
  }

  /** Those bytes under that label. */
  public static String block(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder(64, NEW_LINE).encodeToString(der), label);
  }

  private static String block(String label, Key key) {
    return block(label, key.getEncoded());
  }
}
