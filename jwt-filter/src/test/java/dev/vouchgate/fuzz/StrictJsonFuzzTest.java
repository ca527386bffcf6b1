package dev.vouchgate.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vouchgate.codec.CodecException;
import dev.vouchgate.codec.DecodedText;
import dev.vouchgate.codec.MemberNames;
import dev.vouchgate.codec.StrictJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

class StrictJsonFuzzTest implements Property {
  private static final MemberNames LIKELY =
      MemberNames.NONE.with(Map.of("a", 1, "", 1, "iss", 1, "exp", 1, "\"", 1, "b", 1));

  @DictionaryEntries({"{\"", "\":", "\",\"", "[[", "]]", "\\u0000", "\\ud83d\\ude00", "\\udc00"})
  @DictionaryEntries({"true", "false", "null", "NaN", "-0", "1e999999999", "9223372036854775807"})
  @DictionaryEntries({"/*", "*/", "//", "0.", "E+", "\\xef\\xbb\\xbf", "\\xc0\\x80", "\"iss\""})
  @FuzzTest
  void readsStrictJsonAndNothingElse(byte[] input) throws Exception {
    takes(input);
  }

  @Override
  public boolean takes(byte[] input) throws CodecException {
    Optional<Map<String, @Nullable Object>> expected = ReferenceJson.object(input);
    Optional<Map<String, @Nullable Object>> parsed = parsed(input);

    Assure.that(
        parsed.isPresent() == expected.isPresent(),
        () -> "takes what the reference takes: " + expected);
    Assure.that(parsed.equals(expected), () -> "reads " + expected + ", not " + parsed);
    Assure.that(parsed(input, LIKELY).equals(parsed), "reads the same whatever names it expects");
    if (parsed.isPresent()) {
      List<String> names = List.copyOf(parsed.get().keySet());
      Assure.that(names.equals(List.copyOf(expected.get().keySet())), "keeps the order");
      Assure.that(
          parsed(input, MemberNames.NONE.with(expected.get())).equals(parsed),
          "reads the same where the names are as expected");
      for (String name : names) {
        peeksRightly(input, name, parsed.get().get(name));
      }
      peeksRightly(input, "iss", parsed.get().get("iss"));
    } else {
      peeksWithoutHarm(input);
    }
    return parsed.isPresent();
  }

  private static void peeksRightly(byte[] input, String name, @Nullable Object value)
      throws CodecException {
    Optional<String> expected = value instanceof String text ? Optional.of(text) : Optional.empty();
    try (DecodedText text = DecodedText.of(input)) {
      Assure.that(
          StrictJson.firstString(text, name).equals(expected), "finds the member it is asked for");
    }
  }

  private static Optional<Map<String, @Nullable Object>> parsed(byte[] input) {
    return parsed(input, MemberNames.NONE);
  }

  private static Optional<Map<String, @Nullable Object>> parsed(byte[] input, MemberNames likely) {
    try (DecodedText text = DecodedText.of(input)) {
      return Optional.of(StrictJson.parseObject(text, likely));
    } catch (CodecException e) {
      Assure.that(e.getStackTrace().length == 0, "costs no stack walk");
      return Optional.empty();
    }
  }

  private static void peeksWithoutHarm(byte[] input) {
    try (DecodedText text = DecodedText.of(input)) {
      StrictJson.firstString(text, "iss");
    } catch (CodecException e) {
      Assure.that(e.getStackTrace().length == 0, "costs no stack walk");
    }
  }
}
