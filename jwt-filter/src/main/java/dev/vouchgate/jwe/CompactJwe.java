package dev.vouchgate.jwe;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.jws.MalformedTokenException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** An encrypted token in compact serialization (RFC 7516 §7.1), taken apart but not decrypted. */
public final class CompactJwe {
  private static final int PARTS = 5;
  private static final int TAG_LENGTH = 16;

  /** Characters of an IV of 96 bits and of a tag of 128: there is one spelling of each. */
  private static final int IV_CHARACTERS = 16;

  private static final int TAG_CHARACTERS = 22;

  private final JoseHeader header;
  private final ContentEncryption encryption;
  private final byte[] additionalData;
  private final byte[] encryptedKey;
  private final byte[] initializationVector;
  private final byte[] sealed;

  private CompactJwe(byte[] ascii, int[] ends) throws CodecException, MalformedTokenException {
    this.header = JoseHeader.parseEncoded(ascii, ends[0]);
    this.encryption = encryption(header);
    if (ends[2] - ends[1] - 1 != IV_CHARACTERS || ends[4] - ends[3] - 1 != TAG_CHARACTERS) {
      throw new MalformedTokenException("AES GCM wants an IV of 96 bits and a tag of 128");
    }
    this.additionalData = Arrays.copyOf(ascii, ends[0]);
    this.encryptedKey = Base64Url.decode(ascii, ends[0] + 1, ends[1]);
    this.initializationVector = Base64Url.decode(ascii, ends[1] + 1, ends[2]);
    byte[] ciphertext = Base64Url.decode(ascii, ends[2] + 1, ends[3]);
    byte[] tag = Base64Url.decode(ascii, ends[3] + 1, ends[4]);
    // The JDK takes ciphertext and tag as one.
    this.sealed = Arrays.copyOf(ciphertext, ciphertext.length + TAG_LENGTH);
    System.arraycopy(tag, 0, sealed, ciphertext.length, TAG_LENGTH);
  }

  /**
   * Takes a token apart.
   *
   * @param compact five base64url parts separated by dots
   * @param maxLength characters, at most; asked before anything is decoded
   * @return its parts
   * @throws MalformedTokenException if it is too long, does not have exactly five parts, or a part
   *     is not what RFC 7516 §7.1 and RFC 7518 §5.3 say; also if it is compressed ({@code zip}),
   *     which this gate refuses: a small token could inflate to a large one
   */
  public static CompactJwe parse(String compact, int maxLength) throws MalformedTokenException {
    if (compact.length() > maxLength) {
      throw new MalformedTokenException("the token has over " + maxLength + " characters");
    }
    int[] ends = new int[PARTS];
    int start = 0;
    for (int part = 0; part < PARTS; part++) {
      int dot = compact.indexOf('.', start);
      boolean last = part == PARTS - 1;
      if (last != (dot < 0)) {
        throw new MalformedTokenException("an encrypted token has exactly five parts");
      }
      ends[part] = last ? compact.length() : dot;
      start = dot + 1;
    }
    byte[] ascii = compact.getBytes(StandardCharsets.ISO_8859_1);
    if (ascii.length != compact.length()) {
      // A pair of surrogates becomes a single '?', and the dots are not where they were found.
      throw new MalformedTokenException("a token has no characters beyond ASCII");
    }
    try {
      return new CompactJwe(ascii, ends);
    } catch (CodecException e) {
      throw new MalformedTokenException("a part of the token is " + e.getMessage());
    }
  }

  /** The header; it is authenticated only once the token has been decrypted. */
  public JoseHeader header() {
    return header;
  }

  /** The key management algorithm that {@code alg} names; empty if this gate knows none. */
  public Optional<JweAlgorithm> algorithm() {
    return JweAlgorithm.named(header.algorithm());
  }

  ContentEncryption encryption() {
    return encryption;
  }

  byte[] additionalData() {
    return additionalData;
  }

  byte[] encryptedKey() {
    return encryptedKey;
  }

  byte[] initializationVector() {
    return initializationVector;
  }

  byte[] sealed() {
    return sealed;
  }

  private static ContentEncryption encryption(JoseHeader header) throws MalformedTokenException {
    if (header.asMap().containsKey("zip")) {
      throw new MalformedTokenException("compressed tokens (zip) are not accepted");
    }
    return header.asMap().get("enc") instanceof String name
        ? ContentEncryption.named(name)
            .orElseThrow(() -> new MalformedTokenException("enc must be A256GCM or A128GCM"))
        : missingEncryption();
  }

  private static ContentEncryption missingEncryption() throws MalformedTokenException {
    throw new MalformedTokenException("an encrypted token needs enc (RFC 7516 section 4.1.2)");
  }
}
