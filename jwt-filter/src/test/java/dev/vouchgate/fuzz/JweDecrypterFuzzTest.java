package dev.vouchgate.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.vouchgate.jwe.CompactJwe;
import dev.vouchgate.jwe.JweDecrypter;
import dev.vouchgate.jws.MalformedTokenException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Two lines, a header and a content, are encrypted by RSA as it says; all else is as sent. */
class JweDecrypterFuzzTest implements Property {
  private static final int MAX_LENGTH = 4_000;
  private static final KeyPair RSA = SmallRsaKey.pair();
  private static final Set<String> VALID = new Corpus(JweDecrypterFuzzTest.class).valid();

  private final JweDecrypter decrypter = new JweDecrypter();

  @DictionaryEntries({"\"alg\":\"RSA-OAEP\"", "\"alg\":\"RSA-OAEP-256\"", "\"cty\":\"JWT\""})
  @DictionaryEntries({
    "\"alg\":\"ECDH-ES\"",
    "+A256KW",
    "\"epk\":{",
    "\"crv\":\"X25519\"",
    "\"apu\":"
  })
  @DictionaryEntries({"\"enc\":\"A256GCM\"", "\"enc\":\"A128GCM\"", "\"kid\":\"", "}\\x0a"})
  @FuzzTest
  void opensWhatIsEncryptedToItsKeyAndNothingElse(byte[] input) throws Exception {
    takes(input);
  }

  @Override
  public boolean takes(byte[] input) throws GeneralSecurityException {
    List<String> lines = TokenText.lines(input);
    boolean sealed = lines.size() == 2;
    String compact = sealed ? encrypted(lines.get(0), lines.get(1)) : TokenText.compact(input);
    Optional<CompactJwe> token = token(compact);
    Optional<byte[]> content = token.flatMap(this::decrypted);
    boolean toBeOpened = sealed && token.filter(opened -> !isAgreed(opened)).isPresent();
    Assure.that(
        toBeOpened
            ? content.isPresent() && Arrays.equals(content.get(), lines.get(1).getBytes(ISO_8859_1))
            : content.isEmpty() || VALID.contains(compact),
        "opens what is encrypted to its key, to the last byte, and nothing that was changed");
    return content.isPresent();
  }

  private Optional<byte[]> decrypted(CompactJwe token) {
    return decrypter.decrypt(token, token.algorithm().orElseThrow(), key(token));
  }

  private static PrivateKey key(CompactJwe token) {
    if (!isAgreed(token)) {
      return RSA.getPrivate();
    }
    boolean edwards = String.valueOf(token.header().asMap().get("epk")).contains("X25519");
    return edwards ? AgreementKeys.X25519 : AgreementKeys.P256;
  }

  private static boolean isAgreed(CompactJwe token) {
    return token.header().algorithm().startsWith("ECDH");
  }

  private static Optional<CompactJwe> token(String compact) {
    try {
      return Optional.of(CompactJwe.parse(compact, MAX_LENGTH))
          .filter(token -> token.algorithm().isPresent());
    } catch (MalformedTokenException e) {
      return Optional.empty();
    }
  }

  /** With a content key that is always the same, so that a finding can be repeated. */
  static String encrypted(String header, String content) throws GeneralSecurityException {
    String encoded = TokenText.encoded(header);
    Map<String, @Nullable Object> members =
        ReferenceJson.object(header.getBytes(ISO_8859_1)).orElse(Map.of());
    byte[] contentKey = new byte["A128GCM".equals(members.get("enc")) ? 16 : 32];
    String hash = "RSA-OAEP-256".equals(members.get("alg")) ? "SHA-256" : "SHA-1";
    byte[] nonce = new byte[12];
    Cipher wrapping = Cipher.getInstance("RSA/ECB/OAEPPadding");
    wrapping.init(Cipher.ENCRYPT_MODE, RSA.getPublic(), padding(hash));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(contentKey, "AES"),
        new GCMParameterSpec(128, nonce));
    cipher.updateAAD(encoded.getBytes(US_ASCII));
    byte[] sealed = cipher.doFinal(content.getBytes(ISO_8859_1));
    int end = sealed.length - 16;
    return String.join(
        ".",
        encoded,
        TokenText.encoded(wrapping.doFinal(contentKey)),
        TokenText.encoded(nonce),
        TokenText.encoded(Arrays.copyOf(sealed, end)),
        TokenText.encoded(Arrays.copyOfRange(sealed, end, sealed.length)));
  }

  private static OAEPParameterSpec padding(String hash) {
    return new OAEPParameterSpec(
        hash, "MGF1", new MGF1ParameterSpec(hash), PSource.PSpecified.DEFAULT);
  }
}
