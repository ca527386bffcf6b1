package dev.vouchgate.jws;

import dev.vouchgate.codec.MemberNames;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * What proven tokens looked like: the next one has the same header, which need not be parsed again,
 * and claims of the same names, which are read the faster for it.
 *
 * <p>Nothing depends on what is here. Only tokens that were proven come in, so that strangers push
 * nothing out; there is room for a few headers, and two that fall into one place take turns. Used
 * by many threads, none of which waits.
 */
public final class TokenShapes {
  /** Bytes of an encoded header; one with a chain of certificates is not remembered. */
  private static final int LONGEST_HEADER = 1024;

  private static final int COUNT = 64;

  private final AtomicReferenceArray<@Nullable Shape> shapes = new AtomicReferenceArray<>(COUNT);

  /** Creates an empty memory. */
  public TokenShapes() {}

  /**
   * Remembers a token.
   *
   * @param token one that was proven
   * @param claims its claims
   */
  public void remember(CompactJws token, ClaimsSet claims) {
    Shape known = token.shape();
    MemberNames before = known == null ? MemberNames.NONE : known.names();
    MemberNames names = before.with(claims.asMap());
    if (known == null || names != before) {
      byte[] header = token.encodedHeader();
      if (header.length <= LONGEST_HEADER) {
        shapes.set(slot(header, header.length), new Shape(header, token.header(), names));
      }
    }
  }

  /** The shape of tokens whose encoded header is the beginning of some bytes; null if unknown. */
  @Nullable Shape find(byte[] ascii, int length) {
    Shape known = shapes.get(slot(ascii, length));
    return known != null
            && Arrays.equals(known.encoded(), 0, known.encoded().length, ascii, 0, length)
        ? known
        : null;
  }

  private static int slot(byte[] ascii, int length) {
    int hash = length;
    // Every third is enough to tell the keys of an issuer apart.
    for (int i = 0; i < length; i += 3) {
      hash = 31 * hash + ascii[i];
    }
    return (hash ^ (hash >>> 16)) & (COUNT - 1);
  }

  /**
   * What tokens of one header look like.
   *
   * @param encoded the header as sent
   * @param header the same, parsed
   * @param names those of the claims
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by its bytes, where it is
  record Shape(byte[] encoded, JoseHeader header, MemberNames names) {}
}
