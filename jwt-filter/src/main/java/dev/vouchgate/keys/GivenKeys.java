package dev.vouchgate.keys;

import dev.vouchgate.jws.JwsAlgorithm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads private keys to sign with, with their public halves: PKCS#12, PKCS#8 PEM, JWK, JWKS. */
public final class GivenKeys {
  /** How DER begins, and PKCS#12 is DER. */
  private static final byte SEQUENCE = 0x30;

  private final JwsAlgorithm preferred;

  /**
   * Creates a reader.
   *
   * @param preferred what keys sign by that can and do not say
   */
  public GivenKeys(JwsAlgorithm preferred) {
    this.preferred = preferred;
  }

  /**
   * Reads keys.
   *
   * @param bytes PKCS#12; a PEM with one PKCS#8 key, not encrypted; or a private JWK or JWKS
   * @param password of the PKCS#12
   * @return all keys that are there, in order; at least one
   * @throws KeyFormatException if there is none, or one is not fit to sign with; the message shows
   *     nothing of a key
   */
  public List<GivenKey> read(byte[] bytes, Optional<String> password) throws KeyFormatException {
    if (bytes.length > 0 && bytes[0] == SEQUENCE) {
      return store(bytes, password.orElse("").toCharArray());
    }
    KeyText text = KeyText.of(bytes);
    if (text.isPem()) {
      PrivateKey key = PemParser.signingKey(text.pem());
      return List.of(given(Optional.empty(), Optional.empty(), key));
    }
    List<GivenKey> keys = new ArrayList<>();
    List<JwkMembers> entries = JwkDocument.entries(text.content());
    for (int i = 0; i < entries.size(); i++) {
      try {
        keys.add(jwk(entries.get(i)));
      } catch (KeyFormatException e) {
        throw new KeyFormatException(entries.get(i).label(i) + ": " + e.getMessage());
      }
    }
    return keys;
  }

  private List<GivenKey> store(byte[] bytes, char[] password) throws KeyFormatException {
    List<GivenKey> keys = new ArrayList<>();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(bytes), password);
      for (String alias : Collections.list(store.aliases())) {
        if (store.getKey(alias, password) instanceof PrivateKey key) {
          keys.add(
              GivenKey.of(
                  Optional.empty(),
                  Optional.empty(),
                  preferred,
                  key,
                  store.getCertificate(alias).getPublicKey()));
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      // Not as the cause: what the platform says may quote the store.
      throw new KeyFormatException("found no PKCS#12 that this password opens");
    }
    if (keys.isEmpty()) {
      throw new KeyFormatException("found a PKCS#12 without a private key");
    }
    return keys;
  }

  private GivenKey given(Optional<String> keyId, Optional<JwsAlgorithm> stated, PrivateKey key)
      throws KeyFormatException {
    return GivenKey.of(keyId, stated, preferred, key, PublicHalf.of(key));
  }

  private GivenKey jwk(JwkMembers jwk) throws KeyFormatException {
    if (!jwk.has("d")) {
      throw new KeyFormatException("it is no private key: it has no d");
    }
    jwk.checkPurpose("sig", Set.of("sign"));
    Map<String, @Nullable Object> members = new HashMap<>(jwk.members());
    members.remove("key_ops");
    VerificationKey half = PublicJwk.parse(new JwkMembers(members), new KeyPolicy(false));
    PrivateKey key =
        switch (half.type()) {
          case OKP -> edwards(jwk);
          default -> PrivateJwk.privateKey(jwk.requiredText("kty"), jwk);
        };
    return GivenKey.of(half.keyId(), half.algorithm(), preferred, key, (PublicKey) half.key());
  }

  private static PrivateKey edwards(JwkMembers jwk) throws KeyFormatException {
    EdwardsCurve curve =
        EdwardsCurve.named(jwk.requiredText("crv"))
            .orElseThrow(() -> new KeyFormatException("its crv is not Ed25519 or Ed448"));
    try {
      return KeyFactory.getInstance("EdDSA")
          .generatePrivate(
              new EdECPrivateKeySpec(curve.parameters(), jwk.bytes("d", curve.length())));
    } catch (GeneralSecurityException e) {
      // Not as the cause: what the platform says may quote the key.
      throw new KeyFormatException("it is no private key to this Java platform");
    }
  }
}
