package dev.vouchgate.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object, read as RFC 8259 has it and nothing looser: duplicate names, trailing data, NUL
 * and lone surrogates are errors (RFC 7515 §4, RFC 7519 §4, RFC 8725 §2.4).
 *
 * <p>Values become {@link String}, {@link Long} (an integer that fits), {@link BigDecimal} (any
 * other number), {@link Boolean}, an unmodifiable {@link List}, an unmodifiable {@link Map} in
 * document order, or null for {@code null}.
 */
public final class StrictJson {
  /** Arrays and objects inside one another, at most. */
  public static final int MAX_DEPTH = 32;

  /** Characters of one number, at most. */
  public static final int MAX_NUMBER_LENGTH = 64;

  /** The greatest power of ten that a double reaches (RFC 8259 §6). */
  static final int MAX_EXPONENT = 308;

  /** {@link JsonWriter} writes with it as well. */
  static final JsonFactory FACTORY = factory();

  private StrictJson() {}

  /**
   * Parses a document whose root is an object.
   *
   * @param utf8 the document, in UTF-8 without a byte order mark; its size is the caller's to cap
   * @return the members, unmodifiable, in document order; a member's value may be null
   * @throws CodecException if it is anything but one strict JSON object within the limits
   */
  public static Map<String, @Nullable Object> parseObject(byte[] utf8) throws CodecException {
    try (DecodedText text = DecodedText.of(utf8)) {
      return parseObject(text, MemberNames.NONE);
    }
  }

  /**
   * Parses a document whose root is an object, faster if its names are as expected.
   *
   * @param text the document, as for {@link #parseObject(byte[])}
   * @param likely names that its members may have
   * @return the same as without them
   * @throws CodecException the same as without them
   */
  public static Map<String, @Nullable Object> parseObject(DecodedText text, MemberNames likely)
      throws CodecException {
    return read(text, reader -> reader.document(likely));
  }

  /**
   * The first member of a name in the root object, and nothing after it: what follows is not even
   * looked at, so whoever acts on the document parses it as well.
   *
   * @param text the document, as for {@link #parseObject(byte[])}
   * @param name the member's name
   * @return its value; empty if there is no such member, or it is no string
   * @throws CodecException if the document, as far as it is read, is not strict JSON
   */
  public static Optional<String> firstString(DecodedText text, String name) throws CodecException {
    return read(text, reader -> reader.firstString(name));
  }

  private static <T> T read(DecodedText document, Reading<T> reading) throws CodecException {
    int length = document.length();
    char[] text = document.chars();
    if (!document.isAscii()) {
      checkEscapes(text, length);
    }
    try (JsonParser parser = FACTORY.createParser(text, 0, length)) {
      return reading.of(new StrictJsonReader(parser, text, length));
    } catch (IOException | RuntimeException e) {
      // Jackson quotes the input in its messages: they must not travel on.
      throw new CodecException("text that is not strict JSON, or beyond its limits");
    }
  }

  /** Jackson looks at the lowest eight bits of a hex digit alone: U+0131 is a 1 to it. */
  private static void checkEscapes(char[] text, int length) throws CodecException {
    for (int i = 0; i < length; i++) {
      // What follows a backslash is no beginning of another escape; after the last there is a
      // blank.
      if (text[i] == '\\' && text[++i] == 'u') {
        for (char digit : Arrays.copyOfRange(text, i + 1, i + 5)) {
          if (digit > 0x7f) {
            throw new CodecException("a JSON escape with a digit beyond ASCII");
          }
        }
      }
    }
  }

  private interface Reading<T> {
    T of(StrictJsonReader reader) throws IOException, CodecException;
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        // Both would remember names that a stranger chose, for the life of the JVM.
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        // A buffer left on a container's thread would hold the application's class loader.
        .disable(JsonFactory.Feature.USE_THREAD_LOCAL_FOR_BUFFER_RECYCLING)
        .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                // One more, for our own refusal has no stack to fill, and says more.
                .maxNestingDepth(MAX_DEPTH + 1)
                .maxNumberLength(MAX_NUMBER_LENGTH)
                .build())
        .build();
  }
}
