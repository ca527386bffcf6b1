package dev.vouchgate.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * An encrypted compact token to be (RFC 7516 §7.1): valid as it begins, and each call changes one
 * thing.
 *
 * <pre>{@code
 * EncryptedTokens.of(Tokens.valid().compact()).compact()       // RSA-OAEP, A256GCM, for TestKeys.rsa("encryption")
 * EncryptedTokens.of("x").header("zip", "DEF").compact()       // the header is authenticated anew
 * EncryptedTokens.of("x", "ECDH-ES", "A128GCM", TestKeys.p256("a")).compact()
 * }</pre>
 *
 * <p>Changes to the header are covered by the tag; to break the tag, change a part of the result
 * with {@link Tokens#withPart}: 0 header, 1 encrypted key, 2 IV, 3 ciphertext, 4 tag.
 */
public final class EncryptedTokens {
  private static final Map<String, MGF1ParameterSpec> HASHES =
      Map.of("RSA-OAEP", MGF1ParameterSpec.SHA1, "RSA-OAEP-256", MGF1ParameterSpec.SHA256);

  private final Map<String, @Nullable Object> header;
  private final byte[] content;
  private final String wrapping;
  private final PublicKey recipient;
  private final byte[] contentKey;

  /** The sender's key for one token; null if the key is wrapped by RSA. */
  private final @Nullable TestKey ephemeral;

  private EncryptedTokens(
      Map<String, @Nullable Object> header,
      byte[] content,
      String wrapping,
      PublicKey recipient,
      byte[] contentKey,
      @Nullable TestKey ephemeral) {
    this.header = header;
    this.content = content;
    this.wrapping = wrapping;
    this.recipient = recipient;
    this.contentKey = contentKey;
    this.ephemeral = ephemeral;
  }

  /** A token for {@code TestKeys.rsa("encryption")}, RSA-OAEP and A256GCM. */
  public static EncryptedTokens of(String content) {
    return of(content, "RSA-OAEP", "A256GCM", TestKeys.rsa("encryption"));
  }

  /** A token for that key, and naming it. */
  public static EncryptedTokens of(String content, String alg, String enc, TestKey recipient) {
    Map<String, @Nullable Object> header = new LinkedHashMap<>();
    header.put("alg", alg);
    header.put("enc", enc);
    header.put("cty", "JWT");
    header.put("kid", recipient.kid());
    byte[] contentKey = new byte[enc.equals("A128GCM") ? 16 : 32];
    Arrays.fill(contentKey, (byte) 7);
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    TestKey ephemeral =
        alg.startsWith("ECDH") ? Agreement.ephemeralFor(recipient.publicKey()) : null;
    if (ephemeral != null) {
      header.put("epk", Jwks.nameless(ephemeral));
    }
    return new EncryptedTokens(header, bytes, alg, recipient.publicKey(), contentKey, ephemeral);
  }

  /** The same with a header parameter set, whatever was done to key and content. */
  public EncryptedTokens header(String name, @Nullable Object value) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>(header);
    members.put(name, value);
    return new EncryptedTokens(members, content, wrapping, recipient, contentKey, ephemeral);
  }

  /** The same without a header parameter. */
  public EncryptedTokens withoutHeader(String name) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>(header);
    members.remove(name);
    return new EncryptedTokens(members, content, wrapping, recipient, contentKey, ephemeral);
  }

  /** The same for another recipient; the header still names the first. */
  public EncryptedTokens to(TestKey other) {
    return new EncryptedTokens(header, content, wrapping, other.publicKey(), contentKey, ephemeral);
  }

  /**
   * The same with its content encrypted by that AES key, whatever {@code enc} wants; if both sides
   * agree on the content key directly, they still do.
   */
  public EncryptedTokens contentKey(byte[] bytes) {
    return new EncryptedTokens(header, content, wrapping, recipient, bytes, ephemeral);
  }

  /** The token in compact serialization. */
  public String compact() {
    String protectedHeader = Tokens.base64Url(Json.of(header).getBytes(StandardCharsets.UTF_8));
    byte[] iv = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    try {
      byte[] sealing =
          wrapping.equals("ECDH-ES") ? agreed(String.valueOf(header.get("enc"))) : contentKey;
      Cipher seal = Cipher.getInstance("AES/GCM/NoPadding");
      seal.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(sealing, "AES"), new GCMParameterSpec(128, iv));
      seal.updateAAD(protectedHeader.getBytes(StandardCharsets.US_ASCII));
      byte[] sealed = seal.doFinal(content);
      return String.join(
          ".",
          protectedHeader,
          Tokens.base64Url(encryptedKey()),
          Tokens.base64Url(iv),
          Tokens.base64Url(Arrays.copyOf(sealed, sealed.length - 16)),
          Tokens.base64Url(Arrays.copyOfRange(sealed, sealed.length - 16, sealed.length)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] encryptedKey() throws GeneralSecurityException {
    if (wrapping.equals("ECDH-ES")) {
      return new byte[0];
    }
    if (ephemeral != null) {
      Cipher wrap = Cipher.getInstance("AESWrap");
      wrap.init(Cipher.WRAP_MODE, new SecretKeySpec(agreed(wrapping), "AES"));
      return wrap.wrap(new SecretKeySpec(contentKey, "AES"));
    }
    Cipher wrap = Cipher.getInstance("RSA/ECB/OAEPPadding");
    MGF1ParameterSpec hash = HASHES.get(wrapping);
    wrap.init(
        Cipher.ENCRYPT_MODE,
        recipient,
        new OAEPParameterSpec(hash.getDigestAlgorithm(), "MGF1", hash, PSource.PSpecified.DEFAULT));
    return wrap.doFinal(contentKey);
  }

  private byte[] agreed(String algorithmId) throws GeneralSecurityException {
    return Agreement.key(
        ephemeral.privateKey(), recipient, algorithmId, header.get("apu"), header.get("apv"));
  }
}
