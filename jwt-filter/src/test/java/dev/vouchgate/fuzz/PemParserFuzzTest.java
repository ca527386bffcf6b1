package dev.vouchgate.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vouchgate.keys.KeyDocument;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.KeyPolicy;
import dev.vouchgate.keys.PemParser;
import dev.vouchgate.testing.KeyTexts;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** A text as it is; without a boundary, its first line is a label and the rest is the DER. */
class PemParserFuzzTest implements Property {
  private static final String BEGIN = "-----BEGIN ";

  @DictionaryEntries({"-----BEGIN PUBLIC KEY-----", "-----END PUBLIC KEY-----", "CERTIFICATE"})
  @DictionaryEntries({"PRIVATE KEY", "RSA PUBLIC KEY", "-----BEGIN ", "-----END ", "\\\\n"})
  @FuzzTest
  void readsOneKeyOfItsKindOrSaysWhyNot(byte[] input) throws Exception {
    takes(input);
  }

  @Override
  public boolean takes(byte[] input) throws KeyFormatException {
    String text = text(input);
    Assure.that(PemParser.isPem(text) == text.contains(BEGIN), "knows a boundary");

    Optional<PublicKey> published = publicKey(text);
    Optional<PrivateKey> secret = privateKey(text);
    Assure.that(published.isEmpty() || secret.isEmpty(), "takes no key for both");
    if (published.isPresent()) {
      Assure.that(!text.contains("PRIVATE KEY-----\n"), "takes no private key for a public one");
    }
    if (published.filter(PemParserFuzzTest::isOfAKnownKind).isPresent()) {
      comesBack(published.get(), PemParser.publicKey(KeyTexts.pem(published.get())));
    }
    if (secret.isPresent()) {
      comesBack(secret.get(), PemParser.privateKey(KeyTexts.pem(secret.get())));
    }
    judges(text, published);
    return published.isPresent() || secret.isPresent();
  }

  /** The whole way of a configured key: what is judged fit was read here too. */
  private static void judges(String text, Optional<PublicKey> published) {
    try {
      KeyDocument.parse(text, new KeyPolicy(false), skipped -> {});
      Assure.that(published.isPresent() || !PemParser.isPem(text), "is fit only if it was read");
    } catch (KeyFormatException e) {
      Assure.that(e.getMessage().length() > 10, "says why not");
    }
  }

  /** A certificate may have any other, which is refused when it is judged. */
  private static boolean isOfAKnownKind(PublicKey key) {
    return (key instanceof RSAPublicKey && key.getAlgorithm().equals("RSA"))
        || key instanceof ECPublicKey
        || key instanceof EdECPublicKey;
  }

  private static void comesBack(Key key, Key again) {
    Assure.that(Arrays.equals(key.getEncoded(), again.getEncoded()), "comes back when written");
  }

  private static String text(byte[] input) {
    String text = new String(input, ISO_8859_1);
    int end = text.indexOf('\n');
    if (end < 0 || text.contains(BEGIN)) {
      return text;
    }
    String label = text.substring(0, end);
    String der = Base64.getEncoder().encodeToString(text.substring(end + 1).getBytes(ISO_8859_1));
    return BEGIN + label + "-----\n" + der + "\n-----END " + label + "-----\n";
  }

  private static Optional<PublicKey> publicKey(String text) {
    try {
      return Optional.of(PemParser.publicKey(text));
    } catch (KeyFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<PrivateKey> privateKey(String text) {
    try {
      return Optional.of(PemParser.privateKey(text));
    } catch (KeyFormatException e) {
      return Optional.empty();
    }
  }
}
