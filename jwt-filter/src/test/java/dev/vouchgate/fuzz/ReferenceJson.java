package dev.vouchgate.fuzz;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * RFC 8259 read a second time, production by production, with the limits of the house: what it
 * takes and what {@code StrictJson} takes must be the same, to the value.
 */
final class ReferenceJson {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER_LENGTH = 64;
  private static final int MAX_POWER = 308;
  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private final String text;
  private int at;
  private int depth;

  private ReferenceJson(String text) {
    this.text = text;
  }

  /** The members of the one object that the text is; empty if it is anything else. */
  static Optional<Map<String, @Nullable Object>> object(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    // The platform replaces what is not UTF-8, and then the bytes are others.
    if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), utf8)) {
      return Optional.empty();
    }
    ReferenceJson reader = new ReferenceJson(text);
    try {
      reader.skipSpace();
      Map<String, @Nullable Object> members = reader.object();
      reader.skipSpace();
      return reader.at == text.length() ? Optional.of(members) : Optional.empty();
    } catch (Refused e) {
      return Optional.empty();
    }
  }

  private @Nullable Object value() throws Refused {
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> literal("true", true);
      case 'f' -> literal("false", false);
      case 'n' -> literal("null", null);
      default -> number();
    };
  }

  private Map<String, @Nullable Object> object() throws Refused {
    enter('{');
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    if (!taken('}')) {
      do {
        skipSpace();
        String name = string();
        skipSpace();
        take(':');
        skipSpace();
        refuse(members.containsKey(name));
        members.put(name, value());
        skipSpace();
      } while (taken(','));
      take('}');
    }
    depth--;
    return members;
  }

  private List<@Nullable Object> array() throws Refused {
    enter('[');
    List<@Nullable Object> values = new ArrayList<>();
    if (!taken(']')) {
      do {
        skipSpace();
        values.add(value());
        skipSpace();
      } while (taken(','));
      take(']');
    }
    depth--;
    return values;
  }

  private String string() throws Refused {
    take('"');
    StringBuilder read = new StringBuilder();
    while (!taken('"')) {
      char c = next();
      refuse(c < ' ');
      read.append(c == '\\' ? escaped() : c);
    }
    String whole = read.toString();
    refuse(whole.indexOf(0) >= 0);
    // A lone surrogate has no UTF-8, so it does not come back.
    byte[] utf8 = whole.getBytes(StandardCharsets.UTF_8);
    refuse(!new String(utf8, StandardCharsets.UTF_8).equals(whole));
    return whole;
  }

  private char escaped() throws Refused {
    char c = next();
    int known = "\"\\/bfnrt".indexOf(c);
    if (known >= 0) {
      return "\"\\/\b\f\n\r\t".charAt(known);
    }
    refuse(c != 'u');
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = "0123456789abcdef".indexOf(Character.toLowerCase(next()));
      refuse(digit < 0);
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private Object number() throws Refused {
    int start = at;
    taken('-');
    if (!taken('0')) {
      digits();
    }
    boolean integer = true;
    if (taken('.')) {
      integer = false;
      digits();
    }
    if (taken('e') || taken('E')) {
      integer = false;
      if (!taken('+')) {
        taken('-');
      }
      digits();
    }
    refuse(at - start > MAX_NUMBER_LENGTH);
    String written = text.substring(start, at);
    return integer ? integer(new BigInteger(written)) : decimal(written);
  }

  private static Object integer(BigInteger whole) {
    boolean fits = whole.compareTo(LONG_MIN) >= 0 && whole.compareTo(LONG_MAX) <= 0;
    return fits ? (Object) whole.longValue() : new BigDecimal(whole);
  }

  private static BigDecimal decimal(String written) throws Refused {
    try {
      BigDecimal number = new BigDecimal(written);
      long power = (long) number.precision() - 1 - number.scale();
      refuse(power > MAX_POWER || power < -MAX_POWER);
      return number;
    } catch (NumberFormatException e) {
      throw new Refused();
    }
  }

  private void digits() throws Refused {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    refuse(at == start);
  }

  private @Nullable Object literal(String word, @Nullable Object value) throws Refused {
    refuse(!text.startsWith(word, at));
    at += word.length();
    return value;
  }

  private void enter(char bracket) throws Refused {
    take(bracket);
    depth++;
    refuse(depth > MAX_DEPTH);
    skipSpace();
  }

  private void skipSpace() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws Refused {
    refuse(at >= text.length());
    return text.charAt(at);
  }

  private char next() throws Refused {
    char c = peek();
    at++;
    return c;
  }

  private boolean taken(char c) {
    boolean there = at < text.length() && text.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void take(char c) throws Refused {
    refuse(!taken(c));
  }

  private static void refuse(boolean wrong) throws Refused {
    if (wrong) {
      throw new Refused();
    }
  }

  /** Not JSON, or beyond the limits. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused() {
      super("not strict JSON", null, false, false);
    }
  }
}
