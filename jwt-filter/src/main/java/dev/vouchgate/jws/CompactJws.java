package dev.vouchgate.jws;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import dev.vouchgate.codec.DecodedText;
import dev.vouchgate.codec.MemberNames;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signed token in compact serialization (RFC 7515 §7.1), taken apart but not proven.
 *
 * <p>Its bytes are kept once; the signing input is a prefix of them, not a copy. Used by one
 * thread, and closed when its claims have been read.
 */
public final class CompactJws implements AutoCloseable {
  private final byte[] ascii;
  private final int headerLength;
  private final int signingInputLength;
  private final TokenShapes.@Nullable Shape shape;
  private final JoseHeader header;
  private final DecodedText payload;
  private final byte[] signature;

  private CompactJws(
      byte[] ascii, int headerLength, int signingInputLength, @Nullable TokenShapes shapes)
      throws MalformedTokenException {
    this.ascii = ascii;
    this.headerLength = headerLength;
    this.signingInputLength = signingInputLength;
    this.shape = shapes == null ? null : shapes.find(ascii, headerLength);
    try {
      this.header = shape == null ? JoseHeader.parseEncoded(ascii, headerLength) : shape.header();
      this.signature = Base64Url.decode(ascii, signingInputLength + 1, ascii.length);
      // The last, for what it is held in is lent.
      this.payload = Base64Url.text(ascii, headerLength + 1, signingInputLength);
    } catch (CodecException e) {
      throw new MalformedTokenException("a part of the token is " + e.getMessage());
    }
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
    return parse(compact, maxLength, null);
  }

  /**
   * Takes a token apart, faster if it looks like others before it.
   *
   * @param compact three base64url parts separated by dots
   * @param maxLength characters, at most; asked before anything is decoded
   * @param shapes what the others looked like; null if that is not known
   * @return the same as without them
   * @throws MalformedTokenException the same as without them
   */
  public static CompactJws parse(String compact, int maxLength, @Nullable TokenShapes shapes)
      throws MalformedTokenException {
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
    return new CompactJws(ascii, first, second, shapes);
  }

  /** The header; nothing in it is proven. */
  public JoseHeader header() {
    return header;
  }

  /**
   * The payload.
   *
   * @return a copy of the decoded bytes; may be empty
   */
  public byte[] payload() {
    try {
      return Base64Url.decode(ascii, headerLength + 1, signingInputLength);
    } catch (CodecException e) {
      throw new IllegalStateException("the payload has been decoded before", e);
    }
  }

  /**
   * Whom the payload names as its issuer, without reading any more of it. Nothing is proven: it may
   * choose among issuers that are trusted, and do nothing else.
   *
   * @return {@code iss}; empty if it is absent, or no string
   * @throws MalformedTokenException if that cannot be told
   */
  public Optional<String> unprovenIssuer() throws MalformedTokenException {
    return ClaimsSet.unprovenIssuer(payload);
  }

  /**
   * The claims that the payload holds; to be read only once the signature holds, and before this is
   * closed.
   *
   * @return the claims
   * @throws MalformedTokenException if the payload is not one strict JSON object
   */
  public ClaimsSet claims() throws MalformedTokenException {
    return ClaimsSet.parse(payload, shape == null ? MemberNames.NONE : shape.names());
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

  /** Gives back what the payload is held in: there are no claims to be read any more. */
  @Override
  public void close() {
    payload.close();
  }

  TokenShapes.@Nullable Shape shape() {
    return shape;
  }

  byte[] encodedHeader() {
    return Arrays.copyOf(ascii, headerLength);
  }
}
