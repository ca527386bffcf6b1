package dev.vouchgate.keys;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A text with public keys in any of the formats of MicroProfile JWT 2.1 §4.2: PEM, JWK, JWKS, or
 * base64url of either of the last two.
 */
public final class KeyDocument {
  private KeyDocument() {}

  /**
   * Reads the keys that an operator configured; a private key among them is an error.
   *
   * @param text the document
   * @param policy which keys are strong enough
   * @param skipped told of each key that is left out, and why
   * @return the keys, at least one
   * @throws KeyFormatException if there is no usable key, or a private one
   */
  public static JwkSet parse(String text, KeyPolicy policy, Consumer<String> skipped)
      throws KeyFormatException {
    return parse(
        text.getBytes(StandardCharsets.UTF_8),
        new JwkParser(policy, KeyOrigin.CONFIGURED),
        policy,
        skipped);
  }

  /**
   * Reads the keys that an issuer publishes; a private key among them is left out, loudly.
   *
   * @param utf8 the document
   * @param policy which keys are strong enough
   * @param skipped told of each key that is left out, and why
   * @return the keys, at least one
   * @throws KeyFormatException if there is no usable key
   */
  public static JwkSet parsePublished(byte[] utf8, KeyPolicy policy, Consumer<String> skipped)
      throws KeyFormatException {
    return parse(utf8, new JwkParser(policy, KeyOrigin.PUBLISHED), policy, skipped);
  }

  private static JwkSet parse(
      byte[] utf8, JwkParser parser, KeyPolicy policy, Consumer<String> skipped)
      throws KeyFormatException {
    KeyText text = KeyText.of(utf8);
    if (text.isPem()) {
      PublicKey key = PemParser.publicKey(text.pem());
      KeyFitness.check(key, policy);
      return new JwkSet(List.of(VerificationKey.of(Optional.empty(), key, Optional.empty())));
    }
    JwkParser.Parsed parsed = parser.parse(text.content());
    parsed.skipped().forEach(skipped);
    return parsed.set();
  }
}
