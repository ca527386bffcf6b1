package dev.vouchgate.issue;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import dev.vouchgate.codec.JsonWriter;
import dev.vouchgate.codec.StrictJson;
import dev.vouchgate.jws.JwsAlgorithm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes a ring so that only who has the secret can read or change it: AES-256 in GCM (SP 800-38D)
 * over JSON, bound to the number of its generation, so that no old one passes for a new one.
 */
final class RingSeal {
  /** Bytes of the secret. */
  static final int SECRET_LENGTH = 32;

  private static final String FORMAT = "vouchgate ring 1 ";
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey secret;
  private final SecureRandom random = new SecureRandom();

  /**
   * Creates a seal.
   *
   * @param secret 32 bytes that all nodes of a cluster have
   * @throws IllegalArgumentException if it has another length
   */
  RingSeal(byte[] secret) {
    if (secret.length != SECRET_LENGTH) {
      throw new IllegalArgumentException(
          "expected a secret of " + SECRET_LENGTH + " bytes, not of " + secret.length);
    }
    this.secret = new SecretKeySpec(secret, "AES");
  }

  byte[] seal(KeyRing ring, long number) {
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, number)
              .doFinal(
                  JsonWriter.object(
                      Map.of("keys", ring.keys().stream().map(this::members).toList())));
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform lacks AES in GCM", e);
    }
  }

  /**
   * Reads a ring.
   *
   * @throws IOException if it was sealed with another secret or for another number, or changed
   */
  KeyRing open(byte[] bytes, long number) throws IOException {
    if (bytes.length < NONCE_LENGTH + TAG_BITS / Byte.SIZE) {
      throw damaged(number);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte[] nonce = new byte[NONCE_LENGTH];
    buffer.get(nonce);
    try {
      byte[] json =
          cipher(Cipher.DECRYPT_MODE, nonce, number)
              .doFinal(bytes, NONCE_LENGTH, buffer.remaining());
      List<RingKey> keys = new ArrayList<>();
      if (StrictJson.parseObject(json).get("keys") instanceof List<?> list) {
        for (Object member : list) {
          keys.add(key((Map<?, ?>) member));
        }
      }
      return new KeyRing(keys);
    } catch (GeneralSecurityException | CodecException | DateTimeException | ClassCastException e) {
      // Not as the cause: it may quote a key.
      throw damaged(number);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, long number) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD((FORMAT + number).getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }

  private Map<String, String> members(RingKey ringKey) {
    SigningKey key = ringKey.key();
    Map<String, String> members = new LinkedHashMap<>();
    members.put("alg", key.algorithm().toString());
    members.put("private", Base64Url.encode(key.privateKey().getEncoded()));
    members.put("public", Base64Url.encode(key.publicKey().getEncoded()));
    members.put("from", ringKey.from().toString());
    members.put("until", ringKey.until().toString());
    return members;
  }

  private static RingKey key(Map<?, ?> members) throws GeneralSecurityException, CodecException {
    JwsAlgorithm algorithm =
        JwsAlgorithm.named(text(members, "alg"))
            .orElseThrow(() -> new CodecException("an algorithm that is not known"));
    KeyFactory factory = KeyFactory.getInstance(algorithm.keyType().jcaName());
    KeyPair pair =
        new KeyPair(
            factory.generatePublic(
                new X509EncodedKeySpec(Base64Url.decode(text(members, "public")))),
            factory.generatePrivate(
                new PKCS8EncodedKeySpec(Base64Url.decode(text(members, "private")))));
    return new RingKey(
        SigningKey.of(algorithm, pair),
        Instant.parse(text(members, "from")),
        Instant.parse(text(members, "until")));
  }

  private static String text(Map<?, ?> members, String name) throws CodecException {
    if (members.get(name) instanceof String text) {
      return text;
    }
    throw new CodecException("no " + name);
  }

  private static IOException damaged(long number) {
    return new IOException(
        "the ring of generation "
            + number
            + " is damaged, or was written with another secret; every node needs the same one");
  }
}
