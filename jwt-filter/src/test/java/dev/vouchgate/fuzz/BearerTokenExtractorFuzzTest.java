package dev.vouchgate.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vouchgate.filter.Extraction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each line is a header, {@code Authorization} unless it begins with {@code Cookie:}. */
class BearerTokenExtractorFuzzTest implements Property {
  private static final String COOKIE = "Cookie:";
  private static final String NAME = "__Host-token";
  private static final Pattern CREDENTIAL =
      Pattern.compile("(?i:Bearer|DPoP)(?:[ \t].*)?", Pattern.DOTALL);
  private static final Pattern ONE_WORD = Pattern.compile("(?i:Bearer|DPoP)[ \t]+([^ \t,]+)[ \t]*");

  /** A container hands over no header of another form; after a semicolon there is one more. */
  private static final Pattern NAME_OF_COOKIE = Pattern.compile("[A-Za-z0-9!#%&'*+.^_`|~-]+");

  private static final Pattern ONE_COOKIE =
      Pattern.compile("[ \t]*" + NAME + "=(.+)", Pattern.DOTALL);

  @DictionaryEntries({
    "DPoP ",
    "Bearer ",
    "bearer\\x09",
    "BEARER",
    "Basic ",
    ", Bearer ",
    "\\x0aBearer a"
  })
  @DictionaryEntries({"\\x0aCookie:__Host-token=", "Cookie:__Host-Token=", "; ", "\\xa0", "\\x0b"})
  @FuzzTest
  void findsOneCredentialWhereItIsToldToLook(byte[] input) {
    takes(input);
  }

  @Override
  public boolean takes(byte[] input) {
    List<String> lines = List.of(new String(input, ISO_8859_1).split("\n", -1));
    List<String> values = lines.stream().filter(line -> !line.startsWith(COOKIE)).toList();
    List<String[]> cookies = cookies(lines).toList();

    Extraction header = Extraction.fromHeader(values, cookies);
    Extraction cookie = Extraction.fromCookie(NAME, values, cookies);
    Assure.that(header.equals(expected(values)), "reads the header");
    Assure.that(cookie.equals(expectedCookie(cookies)), "reads the cookie");
    return header.token().isPresent() || cookie.token().isPresent();
  }

  private static Stream<String[]> cookies(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(COOKIE) && line.contains("="))
        .map(line -> line.substring(COOKIE.length()).split("=", 2));
  }

  private static Extraction expected(List<String> values) {
    List<String> credentials =
        values.stream().filter(value -> CREDENTIAL.matcher(value).matches()).toList();
    if (credentials.isEmpty()) {
      return new Extraction(Optional.empty(), false);
    }
    Matcher word = ONE_WORD.matcher(credentials.get(0));
    return values.size() == 1 && word.matches()
        ? new Extraction(Optional.of(word.group(1)), false)
        : new Extraction(Optional.empty(), true);
  }

  private static Extraction expectedCookie(List<String[]> cookies) {
    List<String> found =
        cookies.stream()
            .filter(cookie -> NAME_OF_COOKIE.matcher(cookie[0]).matches())
            .flatMap(cookie -> Stream.of((cookie[0] + "=" + cookie[1]).split(";")))
            .map(ONE_COOKIE::matcher)
            .filter(Matcher::matches)
            .map(cookie -> cookie.group(1))
            .toList();
    return found.size() > 1
        ? new Extraction(Optional.empty(), true)
        : new Extraction(found.stream().findFirst(), false);
  }
}
