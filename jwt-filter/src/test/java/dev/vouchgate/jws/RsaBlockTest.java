package dev.vouchgate.jws;

import static dev.vouchgate.jws.SignatureCheck.holds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.BigEndian;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * RS256: the block that a signature opens to is compared to the last byte (RFC 8017 §8.2.2).
 *
 * <p>Lenient reading of it is what made forgeries possible for small exponents (CVE-2006-4339).
 */
class RsaBlockTest {
  private static final TestKey KEY = TestKeys.rsa("rsa");

  /** The DigestInfo of SHA-256, up to the hash (RFC 8017 §9.2, note 1). */
  private static final String PREFIX = "3031300d060960864801650304020105000420";

  @Test
  void holdsForTheBlockThatRfc8017Section92Prescribes() throws Exception {
    // The other rows of this class are changes to this one.
    assertThat(verifies(hash -> block(PREFIX, hash))).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "no DigestInfo,                      ''",
    "SHA-512's identifier,               3031300d060960864801650304020305000420",
    "SHA-1's identifier,                 302d300906052b0e03021a05000420",
    "an OCTET STRING one too long,       3031300d060960864801650304020105000421",
    "a parameter that is not NULL,       3033300f060960864801650304020104020000" + "0420",
    "garbage in the identifier's NULL,   3035301106096086480165030402010504deadbeef0420",
    "the length in long form,            308131300d060960864801650304020105000420",
    "the inner length in long form,      303230810d060960864801650304020105000420",
    "an indefinite length,               3080300d060960864801650304020105000420",
  })
  void failsForADigestInfoThatIsNotTheOneOfDer(String what, String prefix) throws Exception {
    assertThat(verifies(hash -> block(prefix, hash))).isFalse();
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {1, 2, 16, 100, 194})
  void failsForGarbageAfterTheHash(int length) throws Exception {
    // With e = 3 such room was all that a forger needed (CVE-2006-4339).
    assertThat(verifies(hash -> block(PREFIX, BigEndian.join(hash, new byte[length])))).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"block type 0, 0000", "block type 2, 0002", "no leading zero, 0100", "type 3, 0003"})
  void failsForAnotherBlockType(String what, String start) throws Exception {
    assertThat(
            verifies(
                hash -> {
                  byte[] block = block(PREFIX, hash);
                  System.arraycopy(HexFormat.of().parseHex(start), 0, block, 0, 2);
                  return block;
                }))
        .isFalse();
  }

  @ParameterizedTest(name = "byte {0} is {1}")
  @CsvSource({
    "2, 00", "2, fe", "3, 00", "9, 00", "10, 00", "100, fe", "203, fe", "203, 00", "204, 01",
    "204, ff"
  })
  void failsForPaddingThatIsNotOnesAndThenAZero(int index, String value) throws Exception {
    assertThat(
            verifies(
                hash -> {
                  byte[] block = block(PREFIX, hash);
                  block[index] = (byte) Integer.parseInt(value, 16);
                  return block;
                }))
        .isFalse();
  }

  /** Whether the block made of the hash passes, signed with the real key. */
  private static boolean verifies(UnaryOperator<byte[]> blockOf) throws Exception {
    String compact =
        Tokens.valid()
            .signedBy(
                input -> signed(blockOf.apply(MessageDigest.getInstance("SHA-256").digest(input))))
            .compact();
    return holds(compact, "RS256", KEY.verification());
  }

  /** 00 01 FF … FF 00, DigestInfo, hash: as long as the modulus (RFC 8017 §9.2). */
  private static byte[] block(String digestInfo, byte[] hash) {
    byte[] content = BigEndian.join(HexFormat.of().parseHex(digestInfo), hash);
    byte[] block = new byte[256];
    Arrays.fill(block, 2, 256 - content.length - 1, (byte) 0xff);
    block[1] = 1;
    System.arraycopy(content, 0, block, 256 - content.length, content.length);
    return block;
  }

  /** The bare private operation, which signs whatever block it is given. */
  private static byte[] signed(byte[] block) {
    RSAPrivateKey key = (RSAPrivateKey) KEY.signing();
    BigInteger number = new BigInteger(1, block).modPow(key.getPrivateExponent(), key.getModulus());
    return BigEndian.of(number, 256);
  }
}
