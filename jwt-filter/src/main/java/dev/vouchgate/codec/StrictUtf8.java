package dev.vouchgate.codec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 as RFC 3629 defines it: no overlong form, no surrogate, nothing replaced, no byte order
 * mark (RFC 8259 §8.1).
 */
final class StrictUtf8 {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private StrictUtf8() {}

  static char[] decode(byte[] bytes) throws CodecException {
    char[] chars = new char[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        return decodeBeyondAscii(bytes);
      }
      chars[i] = (char) bytes[i];
    }
    return chars;
  }

  private static char[] decodeBeyondAscii(byte[] bytes) throws CodecException {
    try {
      CharBuffer decoded =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      // There is a first one: a byte that is not ASCII led here.
      if (decoded.charAt(0) == BYTE_ORDER_MARK) {
        throw new CodecException("a byte order mark, where JSON must begin without one");
      }
      char[] chars = new char[decoded.length()];
      decoded.get(chars);
      return chars;
    } catch (CharacterCodingException e) {
      throw new CodecException("text that is not valid UTF-8");
    }
  }
}
