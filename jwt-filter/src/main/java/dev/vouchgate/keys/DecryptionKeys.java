package dev.vouchgate.keys;

import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.jws.JoseHeader;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The private keys that encrypted tokens are opened with. Immutable. */
public final class DecryptionKeys {
  private final List<DecryptionKey> keys;

  private DecryptionKeys(List<DecryptionKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads private keys: RSA of at least 2048 bits, P-256, P-384, P-521, X25519.
   *
   * @param text PKCS#8 PEM, JWK, JWKS, or base64url of either of the last two
   * @return the keys, at least one; what is for signing or of another type is left out
   * @throws KeyFormatException if there is no usable private key; its message shows nothing of one
   */
  public static DecryptionKeys parse(String text) throws KeyFormatException {
    KeyText document = KeyText.of(text.getBytes(StandardCharsets.UTF_8));
    if (document.isPem()) {
      return new DecryptionKeys(
          List.of(
              DecryptionKey.of(
                  Optional.empty(), PemParser.privateKey(document.pem()), Optional.empty())));
    }
    List<DecryptionKey> keys = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    List<JwkMembers> entries = JwkDocument.entries(document.content());
    for (int i = 0; i < entries.size(); i++) {
      try {
        keys.add(PrivateJwk.parse(entries.get(i)));
      } catch (KeyFormatException e) {
        skipped.add(entries.get(i).label(i) + ": " + e.getMessage());
      }
    }
    if (keys.isEmpty()) {
      throw new KeyFormatException("no key can decrypt; " + String.join("; ", skipped));
    }
    return new DecryptionKeys(keys);
  }

  /**
   * Chooses the key that a token is to be opened with, as {@link JwkSet#select} does: a {@code kid}
   * is followed exactly, a single key without one serves any.
   *
   * @param header the encrypted token's header
   * @return the key; empty if none suits, or more than one
   */
  public Optional<PrivateKey> select(JoseHeader header) {
    return JweAlgorithm.named(header.algorithm())
        .map(algorithm -> candidates(header.keyId()).filter(key -> key.suits(algorithm)).toList())
        .filter(suiting -> suiting.size() == 1)
        .map(suiting -> suiting.get(0).key());
  }

  /**
   * Whether any token could be opened.
   *
   * @param algorithms those that are allowed
   * @return true if one of the keys suits one of them
   */
  public boolean serves(Set<JweAlgorithm> algorithms) {
    return keys.stream().anyMatch(key -> algorithms.stream().anyMatch(key::suits));
  }

  /** The {@code kid}s, in order; a key without one is not listed. */
  public List<String> keyIds() {
    return keys.stream().flatMap(key -> key.keyId().stream()).toList();
  }

  private Stream<DecryptionKey> candidates(Optional<String> keyId) {
    if (keyId.isEmpty() || isNameless()) {
      return keys.stream();
    }
    return keys.stream().filter(key -> key.keyId().equals(keyId));
  }

  private boolean isNameless() {
    return keys.size() == 1 && keys.get(0).keyId().isEmpty();
  }

  /** Tells how many keys there are, and nothing of them. */
  @Override
  public String toString() {
    return "DecryptionKeys[" + keys.size() + "]";
  }
}
