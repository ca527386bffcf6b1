package dev.vouchgate.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.HexFormat;

/**
 * X.509 certificates that their own key has signed (RFC 5280), for 127.0.0.1, from 2020 to 2049;
 * the platform can read such but not make them.
 */
public final class Certificates {
  private static final String SHA256_WITH_RSA = "300d06092a864886f70d01010b0500";
  private static final String COMMON_NAME = "0603550403";
  private static final String SUBJECT_ALTERNATIVE_NAME = "0603551d11";
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int UTC_TIME = 0x17;

  private Certificates() {}

  /** One for an RSA key, as PEM. */
  public static String pem(TestKey key) {
    return Pem.block("CERTIFICATE", der(key));
  }

  /** The same with the private key before it. */
  public static String pemWithKey(TestKey key) {
    return Pem.privateOf(key) + pem(key);
  }

  /** One for an RSA key. */
  public static byte[] der(TestKey key) {
    byte[] name =
        tlv(SEQUENCE, tlv(SET, tlv(SEQUENCE, hex(COMMON_NAME), tlv(0x0c, ascii(key.kid())))));
    byte[] address = tlv(0x87, new byte[] {127, 0, 0, 1});
    byte[] content =
        tlv(
            SEQUENCE,
            tlv(0xa0, hex("020102")),
            hex("020101"),
            hex(SHA256_WITH_RSA),
            name,
            tlv(
                SEQUENCE,
                tlv(UTC_TIME, ascii("200101000000Z")),
                tlv(UTC_TIME, ascii("491231235959Z"))),
            name,
            key.verification().getEncoded(),
            tlv(
                0xa3,
                tlv(
                    SEQUENCE,
                    tlv(
                        SEQUENCE,
                        hex(SUBJECT_ALTERNATIVE_NAME),
                        tlv(0x04, tlv(SEQUENCE, address))))));
    return tlv(SEQUENCE, content, hex(SHA256_WITH_RSA), tlv(0x03, new byte[1], sign(key, content)));
  }

  private static byte[] sign(TestKey key, byte[] content) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign((PrivateKey) key.signing());
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] tlv(int tag, byte[]... parts) {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      value.writeBytes(part);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(tag);
    int length = value.size();
    if (length < 0x80) {
      whole.write(length);
    } else {
      whole.write(0x82);
      whole.write(length >> 8);
      whole.write(length);
    }
    whole.writeBytes(value.toByteArray());
    return whole.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
