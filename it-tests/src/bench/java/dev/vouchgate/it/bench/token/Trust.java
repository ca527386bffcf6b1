package dev.vouchgate.it.bench.token;

import java.security.Key;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * What verifiers are to trust: three public keys, of which the second signs, or one secret, for
 * which tokens have no {@code kid}.
 */
public final class Trust {
  private static final int KEYS = 3;
  private static final int RSA_BITS = 2048;
  private static final int SECRET_BYTES = 32;

  private final Algorithm algorithm;
  private final List<PublicJsonWebKey> keys = new ArrayList<>();
  private final byte[] secret = new byte[SECRET_BYTES];

  /** Makes new ones. */
  public Trust(Algorithm algorithm) throws JoseException {
    this.algorithm = algorithm;
    new SecureRandom().nextBytes(secret);
    for (int i = 0; i < KEYS && !algorithm.isSecret(); i++) {
      PublicJsonWebKey key = pair(algorithm);
      key.setKeyId("bench-" + i + "-Zx8bQ2vK1mT4rY7uW0pLs3dF6hJ9");
      key.setUse("sig");
      key.setAlgorithm(algorithm.jose());
      keys.add(key);
    }
  }

  public Algorithm algorithm() {
    return algorithm;
  }

  /** The public keys as they are published (RFC 7517 §5). */
  public String jwks() {
    return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  /** Each of the public keys as published, by {@code kid}. */
  public Map<String, String> jwkById() {
    Map<String, String> jwks = new LinkedHashMap<>();
    keys.forEach(key -> jwks.put(key.getKeyId(), key.toJson(OutputControlLevel.PUBLIC_ONLY)));
    return jwks;
  }

  /** The public keys by {@code kid}. */
  public Map<String, Key> keyById() {
    Map<String, Key> byId = new LinkedHashMap<>();
    keys.forEach(key -> byId.put(key.getKeyId(), key.getPublicKey()));
    return byId;
  }

  public byte[] secret() {
    return secret.clone();
  }

  /** The key that a token of {@link #sign(Claims)} is to be verified with. */
  public Key verificationKey() {
    return algorithm.isSecret() ? new HmacKey(secret) : signer().getPublicKey();
  }

  /** A token in compact serialization. */
  public String sign(Claims claims) throws JoseException {
    return algorithm.isSecret() ? compact(claims, "") : compact(claims, signer().getKeyId());
  }

  /** A token signed by the right key, which it calls by a name that nobody knows. */
  public String signUnderUnknownName(Claims claims) throws JoseException {
    return compact(claims, "nobodys-Zx8bQ2vK1mT4rY7uW0pLs3dF6hJ9");
  }

  /** One of {@code kid} alone with a secret of its own, as if secrets were in a set of keys. */
  public static String signWith(byte[] secret, String keyId, Claims claims) throws JoseException {
    return compact(claims, Algorithm.HS256, new HmacKey(secret), keyId);
  }

  /** The token with a changed signature: in its middle, where every bit counts. */
  public static String tampered(String compact) {
    int signature = compact.lastIndexOf('.') + 1;
    int middle = signature + (compact.length() - signature) / 2;
    char other = compact.charAt(middle) == 'A' ? 'B' : 'A';
    return compact.substring(0, middle) + other + compact.substring(middle + 1);
  }

  private String compact(Claims claims, String keyId) throws JoseException {
    Key key = algorithm.isSecret() ? new HmacKey(secret) : privateKey();
    return compact(claims, algorithm, key, keyId);
  }

  private static String compact(Claims claims, Algorithm algorithm, Key key, String keyId)
      throws JoseException {
    JsonWebSignature token = new JsonWebSignature();
    token.setAlgorithmHeaderValue(algorithm.jose());
    token.setHeader("typ", "JWT");
    if (!keyId.isEmpty()) {
      token.setKeyIdHeaderValue(keyId);
    }
    token.setPayload(claims.json());
    token.setKey(key);
    return token.getCompactSerialization();
  }

  private PublicJsonWebKey signer() {
    return keys.get(1);
  }

  private PrivateKey privateKey() {
    return signer().getPrivateKey();
  }

  private static PublicJsonWebKey pair(Algorithm algorithm) throws JoseException {
    return switch (algorithm) {
      case RS256, PS256 -> RsaJwkGenerator.generateJwk(RSA_BITS);
      case ES256 -> EcJwkGenerator.generateJwk(EllipticCurves.P256);
      case EDDSA -> OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
      case HS256 -> throw new IllegalArgumentException(algorithm + " has no key pairs");
    };
  }
}
