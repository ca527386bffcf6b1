package dev.vouchgate.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes values of one document's tokens, for {@link StrictJson}. */
final class StrictJsonReader {
  /** Digits that fit into a long whatever they are. */
  private static final int SHORT_NUMBER = 18;

  /** Characters of an average member, for a map that need not grow. */
  private static final int MEMBER_LENGTH = 24;

  private static final int MOST_EXPECTED = 64;

  private static final int FEW = 4;

  private final JsonParser parser;
  private final char[] text;
  private final int length;

  /**
   * Creates a reader.
   *
   * @param parser at the beginning
   * @param text the characters that it reads, whose surrogates are paired
   * @param length how many of them
   */
  StrictJsonReader(JsonParser parser, char[] text, int length) {
    this.parser = parser;
    this.text = text;
    this.length = length;
  }

  /** All members of the root, which must be an object, and all of the document. */
  Map<String, @Nullable Object> document(MemberNames likely) throws IOException, CodecException {
    begin();
    Map<String, @Nullable Object> members = expected(likely);
    if (parser.nextToken() != null) {
      throw new CodecException("data after the end of the JSON object");
    }
    return members;
  }

  /** The first member of a name, if it is a string; nothing after it is looked at. */
  Optional<String> firstString(String name) throws IOException, CodecException {
    begin();
    for (String next = parser.nextFieldName(); next != null; next = parser.nextFieldName()) {
      JsonToken value = parser.nextToken();
      if (next.equals(name)) {
        return value == JsonToken.VALUE_STRING ? Optional.of(string()) : Optional.empty();
      }
      parser.skipChildren();
    }
    return Optional.empty();
  }

  private void begin() throws IOException, CodecException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new CodecException("JSON whose root is not an object");
    }
  }

  private String string() throws IOException, CodecException {
    // Where it is a piece of the document it has no escapes, and all that is in it was seen.
    boolean asSent = parser.getTextCharacters() == text;
    String string = parser.getText();
    return asSent ? string : checked(string);
  }

  /** An object whose names are likely to be some, each after the one before: then it has no two. */
  private Map<String, @Nullable Object> expected(MemberNames likely)
      throws IOException, CodecException {
    @Nullable Object[] values = new Object[likely.size()];
    int count = 0;
    int next = 0;
    String name = name(likely.at(next));
    while (name != null) {
      int place = likely.indexOf(name, next);
      if (place < next) {
        int all = Math.max(likely.size(), Math.min(MOST_EXPECTED, length / MEMBER_LENGTH));
        Map<String, @Nullable Object> members = new LinkedHashMap<>(all);
        members.putAll(new ExpectedMembers(likely, values, count));
        return object(members, likely, next, name);
      }
      values[place] = ExpectedMembers.present(value(parser.nextToken()));
      count++;
      next = place + 1;
      name = name(likely.at(next));
    }
    checkEnd();
    return new ExpectedMembers(likely, values, count);
  }

  private Map<String, @Nullable Object> object() throws IOException, CodecException {
    return object(new LinkedHashMap<>(FEW), MemberNames.NONE, 0, name(null));
  }

  /** The rest of an object, from a member whose name was read. */
  private Map<String, @Nullable Object> object(
      Map<String, @Nullable Object> members, MemberNames likely, int from, @Nullable String first)
      throws IOException, CodecException {
    int count = members.size();
    int next = from;
    for (String name = first; name != null; name = name(likely.at(next))) {
      next = Math.max(likely.indexOf(name, next) + 1, next);
      members.put(name, value(parser.nextToken()));
      count++;
      if (members.size() != count) {
        throw new CodecException("a JSON object with a duplicate name");
      }
    }
    checkEnd();
    return Collections.unmodifiableMap(members);
  }

  private void checkEnd() throws CodecException {
    if (parser.currentToken() != JsonToken.END_OBJECT) {
      throw new CodecException("a JSON object that does not end");
    }
  }

  /** The next member's name; null if there is none. */
  private @Nullable String name(@Nullable SerializedString likely)
      throws IOException, CodecException {
    if (likely != null && parser.nextFieldName(likely)) {
      return likely.getValue();
    }
    String name = likely == null ? parser.nextFieldName() : parser.currentName();
    boolean isName = parser.currentToken() == JsonToken.FIELD_NAME;
    return isName && name != null ? checked(name) : null;
  }

  private List<@Nullable Object> array() throws IOException, CodecException {
    List<@Nullable Object> values = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      values.add(value(token));
    }
    return Collections.unmodifiableList(values);
  }

  private @Nullable Object value(@Nullable JsonToken token) throws IOException, CodecException {
    if (token == null) {
      throw new CodecException("JSON that does not end");
    }
    return switch (token) {
      case START_OBJECT -> {
        checkDepth();
        yield object();
      }
      case START_ARRAY -> {
        checkDepth();
        yield array();
      }
      case VALUE_STRING -> string();
      case VALUE_NUMBER_INT -> {
        checkNumberLength();
        yield integer();
      }
      case VALUE_NUMBER_FLOAT -> {
        checkNumberLength();
        yield decimal(parser.getText());
      }
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new CodecException("JSON with an unexpected token");
    };
  }

  private void checkDepth() throws CodecException {
    if (parser.getParsingContext().getNestingDepth() > StrictJson.MAX_DEPTH) {
      throw new CodecException("JSON nested deeper than " + StrictJson.MAX_DEPTH);
    }
  }

  /** Jackson's limit does not count the zero before a point. */
  private void checkNumberLength() throws IOException, CodecException {
    if (parser.getTextLength() > StrictJson.MAX_NUMBER_LENGTH) {
      throw new CodecException(
          "a JSON number beyond its limits of " + StrictJson.MAX_NUMBER_LENGTH + " characters");
    }
  }

  private Object integer() throws IOException {
    // The rare longer one goes the slow, exact way.
    if (parser.getTextLength() <= SHORT_NUMBER) {
      return parser.getLongValue();
    }
    BigDecimal exact = new BigDecimal(parser.getText());
    boolean fits = exact.unscaledValue().bitLength() < Long.SIZE;
    return fits ? (Object) exact.longValue() : exact;
  }

  private static BigDecimal decimal(String text) throws CodecException {
    BigDecimal number = new BigDecimal(text);
    // Refused before anybody expands it: 1e999999999 is twelve characters and a gigabyte.
    long magnitude = (long) number.precision() - number.scale() - 1;
    if (Math.abs(magnitude) > StrictJson.MAX_EXPONENT) {
      throw new CodecException("a JSON number beyond the power of ten " + StrictJson.MAX_EXPONENT);
    }
    return number;
  }

  private static String checked(String text) throws CodecException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new CodecException("a JSON string with a NUL");
      }
      if (Character.isSurrogate(c)) {
        boolean paired =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          throw new CodecException("a JSON string with a lone surrogate");
        }
        i++;
      }
    }
    return text;
  }
}
