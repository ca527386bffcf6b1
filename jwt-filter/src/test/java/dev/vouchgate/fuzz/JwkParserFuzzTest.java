package dev.vouchgate.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.jws.MalformedTokenException;
import dev.vouchgate.keys.JwkParser;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.KeyOrigin;
import dev.vouchgate.keys.KeyPolicy;
import dev.vouchgate.keys.VerificationKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

class JwkParserFuzzTest implements Property {
  private static final KeyPolicy POLICY = new KeyPolicy(false);
  private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth");
  private static final List<JoseHeader> HEADERS =
      Stream.of("RS256", "PS512", "ES256", "ES384", "EdDSA", "HS256")
          .map(JwkParserFuzzTest::header)
          .toList();

  private final JwkParser published = new JwkParser(POLICY, KeyOrigin.PUBLISHED);
  private final JwkParser configured = new JwkParser(POLICY, KeyOrigin.CONFIGURED);

  @DictionaryEntries({"{\"keys\":[", "\"kty\":\"RSA\"", "\"kty\":\"EC\"", "\"kty\":\"OKP\""})
  @DictionaryEntries({
    "\"crv\":\"P-256\"",
    "\"crv\":\"Ed25519\"",
    "\"crv\":\"Ed448\"",
    "\"e\":\"AQAB\""
  })
  @DictionaryEntries({"\"use\":\"sig\"", "\"key_ops\":[\"verify\"]", "\"alg\":\"", "\"kid\":\""})
  @DictionaryEntries({"\"d\":\"", "\"oth\":[]", "\"k\":\"", "\"kty\":\"oct\"", "},{", "null"})
  @FuzzTest
  void readsPublicKeysAsTheyAreWrittenAndNoOthers(byte[] input) {
    takes(input);
  }

  @Override
  public boolean takes(byte[] input) {
    Optional<JwkParser.Parsed> read = read(published, input);
    Optional<Map<String, @Nullable Object>> document = ReferenceJson.object(input);
    if (document.isEmpty()) {
      Assure.that(read.isEmpty(), "takes nothing but JSON");
      return false;
    }
    Optional<JwkParser.Parsed> own = read(configured, input);
    if (read.isEmpty()) {
      Assure.that(own.isEmpty(), "takes from an operator no more than from an issuer");
      return false;
    }
    List<Map<?, ?>> entries = entries(document.get());
    boolean anyPrivate = entries.stream().anyMatch(JwkParserFuzzTest::isPrivate);
    Assure.that(own.isPresent() == !anyPrivate, "takes no private key from an operator");

    JwkParser.Parsed parsed = read.get();
    Assure.that(!parsed.set().keys().isEmpty(), "has a key");
    for (VerificationKey key : parsed.set().keys()) {
      Assure.that(
          entries.stream().anyMatch(entry -> !isPrivate(entry) && isWritten(key, entry)),
          () -> "has no key but those that are written: " + key);
    }
    Assure.that(
        parsed.skipped().size() + parsed.set().keys().size() <= entries.size(), "counts rightly");
    HEADERS.forEach(header -> selectsWhatSuits(parsed, header));
    return true;
  }

  private static JoseHeader header(String alg) {
    try {
      return JoseHeader.parse(("{\"alg\":\"" + alg + "\"}").getBytes(StandardCharsets.US_ASCII));
    } catch (MalformedTokenException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void selectsWhatSuits(JwkParser.Parsed parsed, JoseHeader asked) {
    List<VerificationKey> suiting =
        parsed.set().keys().stream()
            .filter(key -> key.suits(asked.signatureAlgorithm().orElseThrow()))
            .toList();
    Optional<VerificationKey> only =
        suiting.size() == 1 ? Optional.of(suiting.get(0)) : Optional.empty();
    Assure.that(parsed.set().select(asked).equals(only), "selects the only key that suits");
  }

  private static Optional<JwkParser.Parsed> read(JwkParser parser, byte[] json) {
    try {
      return Optional.of(parser.parse(json));
    } catch (KeyFormatException e) {
      return Optional.empty();
    }
  }

  private static List<Map<?, ?>> entries(Map<String, @Nullable Object> document) {
    return document.containsKey("kty")
        ? List.of(document)
        : ((List<?>) document.get("keys"))
            .stream().<Map<?, ?>>map(e -> e instanceof Map<?, ?> jwk ? jwk : Map.of()).toList();
  }

  private static boolean isPrivate(Map<?, ?> jwk) {
    return jwk.keySet().stream().anyMatch(PRIVATE::contains);
  }

  private static boolean isWritten(VerificationKey key, Map<?, ?> jwk) {
    return key.keyId().equals(Optional.ofNullable(jwk.get("kid")))
        && (jwk.get("alg") == null
            || key.algorithm().filter(alg -> alg.toString().equals(jwk.get("alg"))).isPresent())
        && hasNumbers(key, jwk);
  }

  private static boolean hasNumbers(VerificationKey key, Map<?, ?> jwk) {
    if (key.key() instanceof RSAPublicKey rsa) {
      return "RSA".equals(jwk.get("kty"))
          && rsa.getModulus().bitLength() >= POLICY.minRsaBits()
          && rsa.getModulus().equals(number(jwk, "n"))
          && rsa.getPublicExponent().equals(number(jwk, "e"));
    }
    if (key.key() instanceof ECPublicKey ec) {
      int bits = ec.getParams().getCurve().getField().getFieldSize();
      return "EC".equals(jwk.get("kty"))
          && ("P-" + bits).equals(jwk.get("crv"))
          && ec.getW().getAffineX().equals(number(jwk, "x"))
          && ec.getW().getAffineY().equals(number(jwk, "y"));
    }
    // SubjectPublicKeyInfo: 12 bytes that are always the same, then the key (RFC 8410 section 4).
    byte[] info = key.key().getEncoded();
    return key.key() instanceof EdECPublicKey edwards
        && "OKP".equals(jwk.get("kty"))
        && edwards.getParams().getName().equals(jwk.get("crv"))
        && Arrays.equals(Arrays.copyOfRange(info, 12, info.length), bytes(jwk, "x"));
  }

  private static BigInteger number(Map<?, ?> jwk, String name) {
    return new BigInteger(1, bytes(jwk, name));
  }

  private static byte[] bytes(Map<?, ?> jwk, String name) {
    return Optional.ofNullable(jwk.get(name))
        .filter(String.class::isInstance)
        .flatMap(text -> ReferenceBase64Url.decode((String) text))
        .orElse(new byte[0]);
  }
}
