package dev.vouchgate.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vouchgate.binding.HttpUri;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

class HttpUriFuzzTest implements Property {
  private static final Pattern STRAY_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  @DictionaryEntries({"http://", "HTTPS://", "://", ":80", ":443", ":8443", "[::1]", "@", "\\\\"})
  @DictionaryEntries({"/./", "/../", "/..", "%2e", "%2E", "%2f", "%7E", "%25", "?", "#", "//", ";"})
  @FuzzTest
  void readsOneFormOfEachAddress(byte[] input) {
    takes(input);
  }

  @Override
  public boolean takes(byte[] input) {
    String text = new String(input, UTF_8);
    Optional<HttpUri> parsed = HttpUri.parse(text);
    Assure.that(
        parsed.map(HttpUri::toString).equals(ReferenceUri.normal(text)),
        () -> "reads " + ReferenceUri.normal(text) + ", not " + parsed);
    if (parsed.isPresent()) {
      isNormal(text, parsed.get());
      isTheSameHoweverItIsWritten(text, parsed);
    }
    return parsed.isPresent();
  }

  private static void isNormal(String text, HttpUri uri) {
    Assure.that(uri.origin().equals(uri.origin().toLowerCase(Locale.ROOT)), "has small letters");
    Assure.that(uri.path().startsWith("/"), "has a path");
    Assure.that(!uri.path().matches("(?s).*/\\.{1,2}(/.*)?"), "leads nowhere else");
    if (!STRAY_PERCENT.matcher(text).find()) {
      // Where one stands for itself, what is decoded after it may make it look like an octet.
      Assure.that(HttpUri.parse(uri.toString()).equals(Optional.of(uri)), "is normal");
    }
  }

  private static void isTheSameHoweverItIsWritten(String text, Optional<HttpUri> parsed) {
    String bare = text.split("[?#]", 2)[0];
    int path = bare.indexOf('/', "https://".length());
    String origin = path < 0 ? bare : bare.substring(0, path);
    String below = path < 0 ? "/" : bare.substring(path);
    Assure.that(HttpUri.parse(bare + "?/../x#/..").equals(parsed), "leaves the query away");
    Assure.that(
        HttpUri.parse(origin.toUpperCase(Locale.ROOT) + below).equals(parsed),
        "knows no case before the path");
    Assure.that(HttpUri.parse(origin + "/%2e/x/%2E." + below).equals(parsed), "follows dots");
  }
}
