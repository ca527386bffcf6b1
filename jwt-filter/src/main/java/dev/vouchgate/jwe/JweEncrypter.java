package dev.vouchgate.jwe;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import dev.vouchgate.codec.JsonWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts signed tokens for one recipient, as {@link JweDecrypter} decrypts them (RFC 7516 §5.1);
 * the content always by A256GCM. Used by many threads.
 */
public final class JweEncrypter {
  private static final ContentEncryption CONTENT = ContentEncryption.A256GCM;
  private static final int IV_LENGTH = 12;
  private static final int TAG_LENGTH = 16;

  private final JweAlgorithm algorithm;
  private final PublicKey key;
  private final Optional<String> keyId;
  private final SecureRandom random = new SecureRandom();

  /**
   * Creates an encrypter.
   *
   * @param algorithm how the content key comes to the recipient
   * @param key the recipient's: RSA, or for a key agreement EC on a curve of {@link EcCurve}
   * @param keyId its {@code kid}, if any
   * @throws IllegalArgumentException if the key is of another type
   */
  public JweEncrypter(JweAlgorithm algorithm, PublicKey key, Optional<String> keyId) {
    if (!algorithm.encryptsFor(key)) {
      throw new IllegalArgumentException(
          algorithm + " cannot be used with a key of " + key.getAlgorithm());
    }
    this.algorithm = algorithm;
    this.key = key;
    this.keyId = keyId;
  }

  /**
   * Encrypts a token.
   *
   * @param signed a signed token in compact serialization
   * @return the encrypted token, in compact serialization too ({@code cty} is JWT)
   */
  public String encrypt(String signed) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", algorithm.toString());
    header.put("enc", CONTENT.toString());
    header.put("cty", "JWT");
    keyId.ifPresent(kid -> header.put("kid", kid));
    try {
      ContentKey content = algorithm.isAgreement() ? agreed(header) : wrapped();
      String start = Base64Url.encode(JsonWriter.object(header));
      byte[] iv = random(IV_LENGTH);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, content.key(), new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, iv));
      cipher.updateAAD(start.getBytes(StandardCharsets.US_ASCII));
      byte[] sealed = cipher.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
      int end = sealed.length - TAG_LENGTH;
      return String.join(
          ".",
          start,
          Base64Url.encode(content.encrypted()),
          Base64Url.encode(iv),
          Base64Url.encode(Arrays.copyOf(sealed, end)),
          Base64Url.encode(Arrays.copyOfRange(sealed, end, sealed.length)));
    } catch (GeneralSecurityException | CodecException e) {
      throw new IllegalStateException("This Java platform cannot encrypt by " + algorithm, e);
    }
  }

  private ContentKey wrapped() throws GeneralSecurityException {
    byte[] content = random(CONTENT.keyLength());
    Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, algorithm.parameters());
    return new ContentKey(new SecretKeySpec(content, "AES"), cipher.doFinal(content));
  }

  /** RFC 7518 §4.6: a key of ours for this token alone, told in the header. */
  private ContentKey agreed(Map<String, Object> header)
      throws GeneralSecurityException, CodecException {
    EcCurve curve = EcCurve.of(((ECPublicKey) key).getParams()).orElseThrow();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(curve.parameters());
    KeyPair ephemeral = generator.generateKeyPair();
    header.put("epk", members((ECPublicKey) ephemeral.getPublic(), curve));
    byte[] shared = AgreedKey.agree(ephemeral.getPrivate(), key);
    int wrapping = algorithm.wrappingKeyLength();
    if (wrapping == 0) {
      byte[] content = AgreedKey.derive(shared, CONTENT.name(), header, CONTENT.keyLength());
      return new ContentKey(new SecretKeySpec(content, "AES"), new byte[0]);
    }
    SecretKey content = new SecretKeySpec(random(CONTENT.keyLength()), "AES");
    byte[] wrappingKey = AgreedKey.derive(shared, algorithm.toString(), header, wrapping);
    Cipher cipher = Cipher.getInstance("AESWrap");
    cipher.init(Cipher.WRAP_MODE, new SecretKeySpec(wrappingKey, "AES"));
    return new ContentKey(content, cipher.wrap(content));
  }

  private static Map<String, String> members(ECPublicKey own, EcCurve curve) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("kty", "EC");
    members.put("crv", curve.toString());
    members.put("x", coordinate(own.getW().getAffineX(), curve));
    members.put("y", coordinate(own.getW().getAffineY(), curve));
    return members;
  }

  private static String coordinate(BigInteger number, EcCurve curve) {
    // One bit more than there can be keeps all leading zeros; the byte before them is cut off.
    int length = curve.coordinateLength();
    byte[] bytes = number.setBit(length * Byte.SIZE).toByteArray();
    return Base64Url.encode(Arrays.copyOfRange(bytes, bytes.length - length, bytes.length));
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
  private record ContentKey(SecretKey key, byte[] encrypted) {}
}
