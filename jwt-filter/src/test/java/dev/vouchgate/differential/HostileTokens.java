package dev.vouchgate.differential;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vouchgate.testing.BigEndian;
import dev.vouchgate.testing.EncryptedTokens;
import dev.vouchgate.testing.Json;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tokens that somebody thought of: each is signed, or sealed, as if all were well. */
final class HostileTokens {
  /** What may stand where something else should. */
  private static final List<@Nullable Object> STRANGERS =
      Arrays.asList(
          null,
          "",
          " ",
          "none",
          0,
          1,
          -1,
          1.5,
          1_772_366_399,
          4_000_000_000L,
          "1772366700",
          true,
          false,
          List.of(),
          List.of(""),
          List.of(1),
          Arrays.asList("shop", null),
          List.of("shop", "other"),
          List.of("exp"),
          List.of("alg"),
          Map.of(),
          Map.of("a:b", Map.of()),
          "shop",
          "shop ",
          "SHOP",
          "JWT",
          "at+jwt",
          "application/AT+JWT",
          "logout+jwt",
          "ID",
          "id",
          "x".repeat(2000));

  private HostileTokens() {}

  /** Whose header and claims are not what they should be; all signed, as they are then. */
  static Stream<Tokens> signed(String alg) {
    Tokens valid = Tokens.valid(alg);
    List<Tokens> tokens = new ArrayList<>();
    for (String name : List.of("alg", "kid", "typ", "cty", "crit", "b64")) {
      STRANGERS.forEach(value -> tokens.add(valid.header(name, value)));
      tokens.add(valid.withoutHeader(name));
    }
    TestKey stranger = TestKeys.rsa("stranger");
    tokens.add(valid.header("jwk", Jwks.of(stranger)));
    tokens.add(valid.header("jku", "https://attacker.example.com/jwks"));
    tokens.add(valid.header("x5u", "https://attacker.example.com/cert"));
    tokens.add(valid.header("zip", "DEF"));
    tokens.add(valid.header("x", Collections.nCopies(100, 1)));
    // Seconds that are past the end of time in milliseconds.
    tokens.add(valid.claim("nbf", 17_723_663_000_000_000L));
    for (String name :
        List.of(
            "iss",
            "aud",
            "sub",
            "upn",
            "exp",
            "nbf",
            "iat",
            "jti",
            "groups",
            "preferred_username",
            "nonce",
            "at_hash",
            "c_hash",
            "events",
            "typ",
            "token_use",
            "cnf")) {
      STRANGERS.forEach(value -> tokens.add(valid.claim(name, value)));
      tokens.add(valid.without(name));
    }
    tokens.add(valid.header("crit", List.of("b64")).header("b64", true));
    tokens.add(valid.header("crit", List.of("b64")).header("b64", false));
    tokens.add(valid.header("crit", List.of("x")).header("x", 1));
    String header = Json.of(Map.of("alg", alg, "typ", "JWT"));
    spellings(header).forEach(bytes -> tokens.add(valid.header(bytes)));
    spellings(Json.of(valid.claims())).forEach(bytes -> tokens.add(valid.payload(bytes)));
    return tokens.stream();
  }

  /** Whose signature is not what the header says, and the valid one in other spellings. */
  static Stream<String> forged(String alg) {
    Tokens valid = Tokens.valid(alg);
    List<Tokens> tokens = new ArrayList<>();
    for (String name : List.of("none", "None", "HS256", "RS256", "ES256", "PS256", "EdDSA")) {
      tokens.add(valid.header("alg", name));
      tokens.add(valid.header("alg", name).signature(bytes -> new byte[0]));
    }
    for (int length : new int[] {0, 1, 31, 32, 63, 64, 96, 132, 256, 512}) {
      tokens.add(valid.signature(bytes -> Arrays.copyOf(bytes, length)));
      tokens.add(valid.signature(bytes -> new byte[length]));
    }
    tokens.add(valid.signature(bytes -> BigEndian.join(new byte[1], bytes)));
    tokens.add(valid.signature(bytes -> BigEndian.join(bytes, new byte[1])));
    tokens.add(valid.signature(BigEndian::reversed));
    return Stream.concat(tokens.stream().map(Tokens::compact), syntax(valid.compact()));
  }

  /** Encrypted to that key. */
  static Stream<String> encrypted(String alg, TestKey recipient) {
    String signed = Tokens.valid().compact();
    EncryptedTokens valid = EncryptedTokens.of(signed, alg, "A256GCM", recipient);
    List<EncryptedTokens> tokens = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of("alg", "enc", "kid", "cty", "crit", "zip"));
    if (alg.startsWith("ECDH")) {
      names.addAll(List.of("epk", "apu", "apv"));
    }
    for (String name : names) {
      STRANGERS.stream().limit(20).forEach(value -> tokens.add(valid.header(name, value)));
      tokens.add(valid.withoutHeader(name));
    }
    tokens.add(valid.header("typ", "JWT"));
    tokens.add(valid.header("p2c", 2_000_000_000).header("p2s", "c2FsdA"));
    for (String cty : List.of("JWT", "jwt", "application/jwt", "JWE", "json")) {
      tokens.add(valid.header("cty", cty));
    }
    for (String other : List.of("dir", "none", "A256KW", "RSA1_5", "PBES2-HS256+A128KW")) {
      tokens.add(valid.header("alg", other));
    }
    for (String content :
        List.of(
            "",
            "{}",
            Json.of(Tokens.valid().claims()),
            valid.compact(),
            Tokens.withPart(signed, 2, ""),
            Tokens.valid().tampered().compact(),
            Tokens.valid().claim("exp", 1).compact(),
            Tokens.valid().header("cty", "JWT").compact(),
            signed + " ",
            signed + "\n")) {
      EncryptedTokens inner = EncryptedTokens.of(content, alg, "A256GCM", recipient);
      tokens.add(inner);
      tokens.add(inner.withoutHeader("cty"));
    }
    for (int length : new int[] {16, 24, 32}) {
      tokens.add(valid.contentKey(new byte[length]));
    }
    if (alg.startsWith("ECDH")) {
      Stream.of(TestKeys.p256("x"), TestKeys.p521("x"), TestKeys.x25519("x"), TestKeys.rsa("x"))
          .map(Jwks::of)
          .forEach(epk -> tokens.add(valid.header("epk", epk)));
      tokens.add(valid.header("epk", Jwks.privateOf(TestKeys.p256("ephemeral"))));
    }
    return Stream.concat(
        Stream.concat(tokens.stream().map(EncryptedTokens::compact), sizes(valid.compact())),
        Stream.concat(syntax(valid.compact()), Stream.of(signed)));
  }

  private static Stream<String> sizes(String compact) {
    return Stream.of(1, 2, 3, 4)
        .flatMap(
            part ->
                Stream.of(0, 1, 11, 12, 13, 15, 16, 17, 40, 48)
                    .map(
                        length ->
                            Tokens.withPart(
                                compact,
                                part,
                                Tokens.base64Url(
                                    Arrays.copyOf(Tokens.part(compact, part), length)))));
  }

  /** Another way to write a token down; nothing is signed anew. */
  private static Stream<String> syntax(String compact) {
    return Stream.of(
        compact,
        " " + compact,
        compact + " ",
        compact + "\n",
        compact + "=",
        compact + ".",
        "." + compact,
        compact + "." + compact,
        compact.replace('.', ','),
        compact.replace("-", "+").replace("_", "/"),
        compact.replaceFirst("\\.", "=."),
        compact.substring(0, compact.length() - 1),
        compact.toUpperCase(Locale.ROOT),
        "{\"payload\":\"" + compact + "\"}",
        "Bearer " + compact,
        "",
        ".",
        "..",
        "....",
        "\u0000",
        compact + "\uD83D\uDE00");
  }

  /** The same members in bytes that RFC 8259 or RFC 7519 section 4 does not allow, or hardly. */
  private static Stream<byte[]> spellings(String json) {
    String open = json.substring(0, json.length() - 1);
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("white space", " \t\r\n" + json + " \t\r\n");
    texts.put("byte order mark", "\uFEFF" + json);
    texts.put("trailing data", json + "x");
    texts.put("second value", json + json);
    texts.put("trailing comma", open + ",}");
    texts.put("missing end", open);
    texts.put("comment", open + "/* */}");
    texts.put("line comment", open + "// \n}");
    texts.put("single quotes", json.replace('"', '\''));
    texts.put("no quotes", open + ",a:1}");
    texts.put("not a number", open + ",\"a\":NaN}");
    texts.put("infinity", open + ",\"a\":-Infinity}");
    texts.put("leading zero", open + ",\"a\":010}");
    texts.put("plus sign", open + ",\"a\":+1}");
    texts.put("bare point", open + ",\"a\":1.}");
    texts.put("hexadecimal", open + ",\"a\":0x10}");
    texts.put("exponent", open + ",\"a\":1e9}");
    texts.put("huge exponent", open + ",\"a\":1e999999999}");
    texts.put("tiny exponent", open + ",\"a\":1e-999999999}");
    texts.put("long number", open + ",\"a\":" + "9".repeat(400) + "}");
    texts.put("capital true", open + ",\"a\":True}");
    texts.put("control character", open + ",\"a\":\"\u0001\"}");
    texts.put("tab in a string", open + ",\"a\":\"\t\"}");
    texts.put("escaped NUL", open + ",\"a\":\"\\u0000\"}");
    texts.put("lone surrogate", open + ",\"a\":\"\\ud800\"}");
    texts.put("unknown escape", open + ",\"a\":\"\\x41\"}");
    texts.put("duplicate of its own", open + ",\"a\":1,\"a\":2}");
    texts.put("duplicate within", open + ",\"a\":{\"b\":1,\"b\":2}}");
    texts.put("duplicate by escape", open + ",\"a\":1,\"\\u0061\":2}");
    texts.put("depth 20", open + ",\"a\":" + "[".repeat(20) + "]".repeat(20) + "}");
    texts.put("depth 40", open + ",\"a\":" + "[".repeat(40) + "]".repeat(40) + "}");
    texts.put("array", "[" + json + "]");
    texts.put("string", "\"" + json.replace("\"", "\\\"") + "\"");
    texts.put("null", "null");
    texts.put("nothing", "");
    for (String name : List.of("alg", "iss", "exp", "aud")) {
      if (json.contains("\"" + name + "\"")) {
        texts.put("first " + name, json.replaceFirst("\\{", "{\"" + name + "\":1,"));
        texts.put("second " + name, open + ",\"" + name + "\":1}");
        texts.put("case of " + name, json.replace(name, name.toUpperCase(Locale.ROOT)));
      }
    }
    List<byte[]> all = new ArrayList<>();
    texts.values().forEach(text -> all.add(text.getBytes(UTF_8)));
    all.add(json.getBytes(UTF_16));
    all.add((open + ",\"a\":\"\u00e9\"}").getBytes(ISO_8859_1));
    all.add((open + ",\"a\":\"\u00c0\u0080\"}").getBytes(ISO_8859_1));
    all.add((open + ",\"a\":\"\u00ed\u00a0\u0080\"}").getBytes(ISO_8859_1));
    all.add((open + ",\"a\":\"\u00f4\u0090\u0080\u0080\"}").getBytes(ISO_8859_1));
    return all.stream();
  }
}
