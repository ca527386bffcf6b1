package dev.vouchgate.fuzz;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vouchgate.jws.CompactJws;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.MalformedTokenException;
import dev.vouchgate.jws.SignatureVerifier;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

class CompactJwsFuzzTest implements Property {
  private static final int MAX_LENGTH = 2_000;
  private final SignatureVerifier signatures = new SignatureVerifier();

  @DictionaryEntries({
    "\"alg\":\"HS256\"",
    "\"typ\":\"JWT\"",
    "\"kid\":",
    "\"crit\":[\"",
    "\"b64\""
  })
  @DictionaryEntries({"eyJhbGciOiJIUzI1NiJ9", "..", ".", "=", "\"cty\":", "none"})
  @FuzzTest
  void takesApartWhatCanBeJoinedAgain(byte[] input) throws Exception {
    takes(input);
  }

  @Override
  public boolean takes(byte[] input) throws GeneralSecurityException {
    String compact = TokenText.compact(input);
    Optional<ReferenceToken> expected =
        Optional.of(compact)
            .filter(text -> text.length() <= MAX_LENGTH)
            .flatMap(text -> ReferenceToken.of(text, 3));
    Optional<CompactJws> parsed = parsed(compact);

    Assure.that(parsed.isPresent() == expected.isPresent(), "takes what the reference takes");
    if (parsed.isPresent()) {
      CompactJws token = parsed.get();
      ReferenceToken reference = expected.get();
      Assure.that(token.header().asMap().equals(reference.header()), "reads the header");
      Assure.that(Arrays.equals(token.payload(), reference.parts().get(1)), "reads the payload");
      Assure.that(compact.equals(rejoined(token, compact)), "comes back when joined again");
      byte[] signed = compact.substring(0, compact.lastIndexOf('.')).getBytes(US_ASCII);
      boolean right = Arrays.equals(KnownKeys.hmac(signed), reference.parts().get(2));
      Assure.that(
          token.isSignedBy(JwsAlgorithm.HS256, KnownKeys.SECRET, signatures) == right,
          "is signed if the bytes before the last dot are");
    }
    return parsed.isPresent();
  }

  private static String rejoined(CompactJws token, String compact) {
    String header = TokenText.parts(compact).get(0);
    String signature = TokenText.parts(compact).get(2);
    return header + "." + TokenText.encoded(token.payload()) + "." + signature;
  }

  private static Optional<CompactJws> parsed(String compact) {
    try {
      return Optional.of(CompactJws.parse(compact, MAX_LENGTH));
    } catch (MalformedTokenException e) {
      Assure.that(e.getStackTrace().length == 0, "costs no stack walk");
      return Optional.empty();
    }
  }
}
