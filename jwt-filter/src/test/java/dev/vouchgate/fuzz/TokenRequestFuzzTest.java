package dev.vouchgate.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vouchgate.grant.FormReading;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class TokenRequestFuzzTest implements Property {
  private static final int MOST = 64;
  private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private static final Pattern OCTET = Pattern.compile("%(..)");

  @DictionaryEntries({"grant_type=", "client_credentials", "&", "=", "+", "%2B", "%26", "%3d"})
  @DictionaryEntries({
    "audience=",
    "%C3%A4",
    "%c0%af",
    "%ED%A0%80",
    "\\xc3\\xa4",
    "\\xff",
    "%",
    "%00"
  })
  @FuzzTest
  void readsAForm(byte[] input) {
    takes(input);
  }

  @Override
  public boolean takes(byte[] input) {
    Optional<Map<String, String>> found = FormReading.of(input);
    Assure.that(found.equals(expected(new String(input, ISO_8859_1))), "reads the same");
    if (found.isPresent() && pairs(new String(input, ISO_8859_1)) < MOST) {
      String more = new String(input, ISO_8859_1) + "&" + "x".repeat(input.length + 1) + "=1";
      Optional<Map<String, String>> longer = FormReading.of(more.getBytes(ISO_8859_1));
      Assure.that(
          longer.filter(all -> all.entrySet().containsAll(found.get().entrySet())).isPresent(),
          "loses nothing by one more");
    }
    return found.isPresent();
  }

  private static long pairs(String form) {
    return 1 + form.chars().filter(c -> c == '&').count();
  }

  private static Optional<Map<String, String>> expected(String form) {
    if (pairs(form) > MOST) {
      return Optional.empty();
    }
    List<String[]> pairs =
        Stream.of(form.split("&", -1))
            .filter(pair -> !pair.isEmpty())
            .map(pair -> (pair + (pair.contains("=") ? "" : "=")).split("=", 2))
            .toList();
    Map<String, String> all = new LinkedHashMap<>();
    for (String[] pair : pairs) {
      for (String part : pair) {
        if (STRAY_PERCENT.matcher(part).find() || !isUtf8(octets(part))) {
          return Optional.empty();
        }
      }
      if (all.put(text(pair[0]), text(pair[1])) != null) {
        return Optional.empty();
      }
    }
    all.values().removeIf(String::isEmpty);
    return Optional.of(all);
  }

  /** One character an octet. */
  private static String octets(String part) {
    return OCTET
        .matcher(part.replace('+', ' '))
        .replaceAll(
            octet ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(octet.group(1), 16))));
  }

  private static String text(String part) {
    return new String(octets(part).getBytes(ISO_8859_1), UTF_8);
  }

  private static boolean isUtf8(String octets) {
    byte[] bytes = octets.getBytes(ISO_8859_1);
    return Arrays.equals(new String(bytes, UTF_8).getBytes(UTF_8), bytes);
  }
}
