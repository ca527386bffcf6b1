package dev.vouchgate.jws;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import java.nio.charset.StandardCharsets;
import java.security.Key;

/**
 * A signed token in compact serialization (RFC 7515 §7.1), taken apart but not proven.
 *
 * <p>Its bytes are kept once; the signing input is a prefix of them, not a copy.
 */
public final class CompactJws {
  private final byte[] ascii;
  private final int signingInputLength;
  private final JoseHeader header;
  private final byte[] payload;
  private final byte[] signature;

  private CompactJws(
      byte[] ascii, int signingInputLength, JoseHeader header, byte[] payload, byte[] signature) {
    this.ascii = ascii;
    this.signingInputLength = signingInputLength;
    this.header = header;
    this.payload = payload;
    this.signature = signature;
  }

  /**
   * Takes a token apart.
   *
   * @param compact three base64url parts separated by dots
   * @param maxLength characters, at most; asked before anything is decoded
   * @return its parts
   * @throws MalformedTokenException if it is too long, does not have exactly three parts, or a part
   *     is not canonical base64url, or the header not a JOSE header
   */
  public static CompactJws parse(String compact, int maxLength) throws MalformedTokenException {
    if (compact.length() > maxLength) {
      throw new MalformedTokenException("the token has over " + maxLength + " characters");
    }
    int first = compact.indexOf('.');
    int second = compact.indexOf('.', first + 1);
    if (first < 0 || second < 0 || compact.indexOf('.', second + 1) >= 0) {
      throw new MalformedTokenException("a signed token has exactly three parts");
    }
    // A character above 255 becomes '?', which no base64url decoder lets pass.
    byte[] ascii = compact.getBytes(StandardCharsets.ISO_8859_1);
    if (ascii.length != compact.length()) {
      // A pair of surrogates becomes a single '?', and the dots are not where they were found.
      throw new MalformedTokenException("a token has no characters beyond ASCII");
    }
    try {
      JoseHeader header = JoseHeader.parse(Base64Url.decode(ascii, 0, first));
      byte[] payload = Base64Url.decode(ascii, first + 1, second);
      byte[] signature = Base64Url.decode(ascii, second + 1, ascii.length);
      return new CompactJws(ascii, second, header, payload, signature);
    } catch (CodecException e) {
      throw new MalformedTokenException("a part of the token is " + e.getMessage());
    }
  }

  /** The header; nothing in it is proven. */
  public JoseHeader header() {
    return header;
  }

  /**
   * The payload.
   *
   * @return the decoded bytes, shared: not to be changed
   */
  public byte[] payload() {
    return payload;
  }

  /**
   * Whether the signature over this token's signing input holds.
   *
   * @param algorithm the algorithm to check by: the caller has compared it with the header's
   * @param key a key of that algorithm's type
   * @param verifier does the arithmetic
   * @return true only if the signature is that key's
   */
  public boolean isSignedBy(JwsAlgorithm algorithm, Key key, SignatureVerifier verifier) {
    return verifier.verify(algorithm, key, ascii, signingInputLength, signature);
  }
}
