package dev.vouchgate.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys, generated when first asked for and then the same for the life of the JVM.
 *
 * <p>The name is the {@code kid}: {@code rsa("shop")} and {@code rsa("partner")} are two keys,
 * {@code rsa("shop")} asked twice is one, {@code p256("shop")} is another of the same {@code kid}.
 */
public final class TestKeys {
  private static final Map<String, TestKey> KEYS = new ConcurrentHashMap<>();

  private TestKeys() {}

  /** The key that {@link Tokens} signs with by default under that {@code alg}. */
  public static TestKey of(String alg) {
    return switch (alg) {
      case "RS256", "RS384", "RS512", "PS256", "PS384", "PS512" -> rsa("rsa");
      case "ES256" -> p256("p256");
      case "ES384" -> p384("p384");
      case "ES512" -> p521("p521");
      case "EdDSA", "Ed25519" -> ed25519("ed25519");
      case "Ed448" -> ed448("ed448");
      case "HS256", "HS384", "HS512" -> secret("secret");
      default -> throw new IllegalArgumentException("no key for alg " + alg);
    };
  }

  /** RSA, 2048 bits, e = 65537. */
  public static TestKey rsa(String kid) {
    return rsa(kid, 2048);
  }

  /** RSA of that many bits, e = 65537. */
  public static TestKey rsa(String kid, int bits) {
    return pair("RSA", bits, kid, new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
  }

  /** EC on P-256. */
  public static TestKey p256(String kid) {
    return pair("EC", 256, kid, new ECGenParameterSpec("secp256r1"));
  }

  /** EC on P-384. */
  public static TestKey p384(String kid) {
    return pair("EC", 384, kid, new ECGenParameterSpec("secp384r1"));
  }

  /** EC on P-521. */
  public static TestKey p521(String kid) {
    return pair("EC", 521, kid, new ECGenParameterSpec("secp521r1"));
  }

  /** Ed25519. */
  public static TestKey ed25519(String kid) {
    return pair("Ed25519", 255, kid, NamedParameterSpec.ED25519);
  }

  /** Ed448. */
  public static TestKey ed448(String kid) {
    return pair("Ed448", 448, kid, NamedParameterSpec.ED448);
  }

  /** X25519, for key agreement. */
  public static TestKey x25519(String kid) {
    return pair("X25519", 255, kid, NamedParameterSpec.X25519);
  }

  /** An HMAC secret of 64 bytes, made from its name: long enough for every HS algorithm. */
  public static TestKey secret(String kid) {
    return KEYS.computeIfAbsent(
        "oct " + kid,
        slot -> {
          try {
            byte[] bytes =
                MessageDigest.getInstance("SHA-512").digest(kid.getBytes(StandardCharsets.UTF_8));
            Key secret = new SecretKeySpec(bytes, "HMAC");
            return new TestKey(kid, secret, secret);
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static TestKey pair(
      String algorithm, int bits, String kid, AlgorithmParameterSpec parameters) {
    return KEYS.computeIfAbsent(
        algorithm + " " + bits + " " + kid,
        slot -> {
          try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters);
            KeyPair pair = generator.generateKeyPair();
            return new TestKey(kid, pair.getPrivate(), pair.getPublic());
          } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
