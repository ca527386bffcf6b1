package dev.vouchgate.codec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 as RFC 3629 defines it: no overlong form, no surrogate, nothing replaced, no byte order
 * mark (RFC 8259 §8.1).
 */
final class StrictUtf8 {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private StrictUtf8() {}

  /**
   * Decodes a text.
   *
   * @param chars takes its characters; longer than the text
   * @return how many there are
   */
  static int decode(byte[] bytes, char[] chars) throws CodecException {
    // No text has more characters than bytes.
    CharBuffer decoded = CharBuffer.wrap(chars);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    if (decoder.decode(ByteBuffer.wrap(bytes), decoded, true).isError()) {
      throw new CodecException("text that is not valid UTF-8");
    }
    if (chars[0] == BYTE_ORDER_MARK) {
      throw new CodecException("a byte order mark, where JSON must begin without one");
    }
    return decoded.position();
  }
}
