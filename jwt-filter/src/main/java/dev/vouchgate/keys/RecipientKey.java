package dev.vouchgate.keys;

import dev.vouchgate.jwe.JweAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The public key of whom tokens are encrypted for.
 *
 * @param keyId its {@code kid}, if any
 * @param key RSA of at least 2048 bits, or EC on P-256, P-384 or P-521
 * @param algorithm the only algorithm it may be used with; empty if it does not say
 */
public record RecipientKey(
    Optional<String> keyId, PublicKey key, Optional<JweAlgorithm> algorithm) {
  private static final KeyPolicy STRONG = new KeyPolicy(false);

  /**
   * Reads it.
   *
   * @param text PEM ({@code PUBLIC KEY}, {@code CERTIFICATE}), a JWK, or a JWKS of which the first
   *     key that is for encryption counts
   * @return the key
   * @throws KeyFormatException if there is none
   */
  public static RecipientKey parse(String text) throws KeyFormatException {
    KeyText document = KeyText.of(text.getBytes(StandardCharsets.UTF_8));
    if (document.isPem()) {
      PublicKey key = PemParser.publicKey(document.pem());
      KeyFitness.check(key, STRONG);
      return new RecipientKey(Optional.empty(), key, Optional.empty());
    }
    List<JwkMembers> entries = JwkDocument.entries(document.content());
    JwkMembers chosen =
        entries.stream().filter(JwkMembers::isForEncryption).findFirst().orElse(entries.get(0));
    return jwk(chosen);
  }

  private static RecipientKey jwk(JwkMembers jwk) throws KeyFormatException {
    if (jwk.isPrivate()) {
      throw new KeyFormatException("found a private key where the recipient's public one belongs");
    }
    jwk.checkPurpose("enc", Set.of("encrypt", "wrapKey", "deriveKey", "deriveBits"));
    Optional<String> name = jwk.text("alg");
    Optional<JweAlgorithm> algorithm = name.flatMap(JweAlgorithm::named);
    if (name.isPresent() && algorithm.isEmpty()) {
      throw new KeyFormatException("its alg is none that tokens are encrypted by here");
    }
    Map<String, @Nullable Object> plain = new HashMap<>(jwk.members());
    plain.keySet().removeAll(Set.of("use", "key_ops", "alg"));
    VerificationKey parsed = PublicJwk.parse(new JwkMembers(plain), STRONG);
    return new RecipientKey(parsed.keyId(), (PublicKey) parsed.key(), algorithm);
  }
}
