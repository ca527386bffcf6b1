package dev.vouchgate.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

class Base64UrlFuzzTest implements Property {

  @FuzzTest
  void readsTheOneSpellingAndNoOther(byte[] input) throws Exception {
    takes(input);
  }

  @Override
  public boolean takes(byte[] input) throws CodecException {
    String text = new String(input, UTF_8);
    Optional<byte[]> expected = ReferenceBase64Url.decode(text);
    Optional<byte[]> decoded = decoded(text);

    Assure.that(decoded.isPresent() == expected.isPresent(), "takes what the reference takes");
    if (decoded.isPresent()) {
      byte[] bytes = decoded.get();
      Assure.that(Arrays.equals(bytes, expected.get()), "reads what the reference reads");
      Assure.that(Base64Url.encode(bytes).equals(text), "has no second spelling");
      Assure.that(Arrays.equals(Base64.getUrlDecoder().decode(text), bytes), "agrees with the JDK");
      byte[] framed = ("!" + text + "!").getBytes(ISO_8859_1);
      Assure.that(
          Arrays.equals(Base64Url.decode(framed, 1, framed.length - 1), bytes), "reads slices");
    }
    Assure.that(
        Arrays.equals(Base64Url.decode(Base64Url.encode(input)), input), "reads what it writes");
    return decoded.isPresent();
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64Url.decode(text));
    } catch (CodecException e) {
      return Optional.empty();
    }
  }
}
