package dev.vouchgate.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vouchgate.jwe.CompactJwe;
import dev.vouchgate.jws.MalformedTokenException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

class CompactJweFuzzTest implements Property {
  private static final int MAX_LENGTH = 2_000;
  private static final Set<String> ENCRYPTIONS = Set.of("A128GCM", "A256GCM");

  @DictionaryEntries({"\"alg\":\"RSA-OAEP\"", "\"enc\":\"A256GCM\"", "\"enc\":\"A128GCM\""})
  @DictionaryEntries({"\"zip\":\"DEF\"", "\"cty\":\"JWT\"", "\"epk\":{", "\"crit\":[\"", "...."})
  @DictionaryEntries({"RSA1_5", "dir", "PBES2-HS256+A128KW", "ECDH-ES", "\"p2c\":", "="})
  @FuzzTest
  void takesApartFivePartsThatRfc7516Allows(byte[] input) {
    takes(input);
  }

  @Override
  public boolean takes(byte[] input) {
    String compact = TokenText.compact(input);
    Optional<ReferenceToken> expected =
        Optional.of(compact)
            .filter(text -> text.length() <= MAX_LENGTH)
            .flatMap(text -> ReferenceToken.of(text, 5))
            .filter(CompactJweFuzzTest::isEncrypted);
    Optional<CompactJwe> parsed = parsed(compact);

    Assure.that(parsed.isPresent() == expected.isPresent(), "takes what the reference takes");
    if (parsed.isPresent()) {
      Map<String, @Nullable Object> header = parsed.get().header().asMap();
      Assure.that(header.equals(expected.get().header()), "reads the header");
    }
    return parsed.isPresent();
  }

  private static boolean isEncrypted(ReferenceToken token) {
    return ENCRYPTIONS.contains(String.valueOf(token.header().get("enc")))
        && token.header().get("enc") instanceof String
        && !token.header().containsKey("zip")
        && token.parts().get(2).length == 12
        && token.parts().get(4).length == 16;
  }

  private static Optional<CompactJwe> parsed(String compact) {
    try {
      return Optional.of(CompactJwe.parse(compact, MAX_LENGTH));
    } catch (MalformedTokenException e) {
      Assure.that(e.getStackTrace().length == 0, "costs no stack walk");
      return Optional.empty();
    }
  }
}
