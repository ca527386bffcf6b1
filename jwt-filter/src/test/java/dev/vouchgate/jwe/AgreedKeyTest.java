package dev.vouchgate.jwe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.codec.CodecException;
import dev.vouchgate.testing.Tokens;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of RFC 7518 appendix C and RFC 8037 appendix A.6, and what is no party. */
class AgreedKeyTest {
  private static final Map<String, @Nullable Object> HEADER =
      Map.of(
          "epk",
          Map.of(
              "kty",
              "EC",
              "crv",
              "P-256",
              "x",
              "gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0",
              "y",
              "SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps"),
          "apu",
          "QWxpY2U",
          "apv",
          "Qm9i");

  @Test
  void derivesTheKeyOfRfc7518AppendixC() throws Exception {
    PrivateKey bob = p256("VEmDZpDXXK8p8N0Cndsxs924q6nS1RXFASRl6BfUqdw");

    byte[] shared = AgreedKey.agree(bob, EphemeralKey.of(HEADER, bob));

    assertThat(shared)
        .isEqualTo(
            new byte[] {
              (byte) 158,
              86,
              (byte) 217,
              29,
              (byte) 129,
              113,
              53,
              (byte) 211,
              114,
              (byte) 131,
              66,
              (byte) 131,
              (byte) 191,
              (byte) 132,
              38,
              (byte) 156,
              (byte) 251,
              49,
              110,
              (byte) 163,
              (byte) 218,
              (byte) 128,
              106,
              72,
              (byte) 246,
              (byte) 218,
              (byte) 167,
              121,
              (byte) 140,
              (byte) 254,
              (byte) 144,
              (byte) 196
            });
    assertThat(Tokens.base64Url(AgreedKey.derive(shared, "A128GCM", HEADER, 16)))
        .isEqualTo("VqqN6vgjbSBcIijNcacQGg");
  }

  /** The keys are those of RFC 7748 section 6.1; here Bob receives. */
  @Test
  void agreesAsInRfc8037AppendixA6() throws Exception {
    PrivateKey bob = x25519("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
    String x = "hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo";
    Map<String, ?> header = Map.of("epk", Map.of("kty", "OKP", "crv", "X25519", "x", x));

    assertThat(AgreedKey.agree(bob, EphemeralKey.of(header, bob)))
        .asHexString()
        .isEqualToIgnoringCase("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
  }

  @Test
  void leavesOutPartiesThatAreNotNamed() throws Exception {
    byte[] shared = new byte[32];
    byte[] nobody = AgreedKey.derive(shared, "A256GCM", Map.of(), 32);

    assertThat(AgreedKey.derive(shared, "A256GCM", Map.of("apu", "", "apv", ""), 32))
        .isEqualTo(nobody);
    assertThat(AgreedKey.derive(shared, "A256GCM", Map.of("apu", "QWxpY2U"), 32))
        .isNotEqualTo(nobody)
        .isNotEqualTo(AgreedKey.derive(shared, "A256GCM", Map.of("apv", "QWxpY2U"), 32));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"apu", "apv"})
  void refusesPartiesThatAreNoCanonicalBase64Url(String name) {
    for (String text : new String[] {"QWxpY2V", "QWxpY2U=", "QWxp Y2U", "Q", "é", "QWxp+2U"}) {
      assertThatThrownBy(() -> AgreedKey.derive(new byte[32], "A256GCM", Map.of(name, text), 32))
          .as(text)
          .isInstanceOf(CodecException.class);
    }
    Map<String, @Nullable Object> empty = new HashMap<>();
    empty.put(name, null);
    assertThatThrownBy(() -> AgreedKey.derive(new byte[32], "A256GCM", empty, 32))
        .isInstanceOf(InvalidKeyException.class);
    assertThatThrownBy(() -> AgreedKey.derive(new byte[32], "A256GCM", Map.of(name, 7L), 32))
        .isInstanceOf(InvalidKeyException.class);
  }

  private static PrivateKey p256(String d) throws Exception {
    BigInteger scalar = new BigInteger(1, Base64.getUrlDecoder().decode(d));
    return KeyFactory.getInstance("EC")
        .generatePrivate(new ECPrivateKeySpec(scalar, EcCurve.P_256.parameters()));
  }

  private static PrivateKey x25519(String hex) throws Exception {
    return KeyFactory.getInstance("X25519")
        .generatePrivate(
            new XECPrivateKeySpec(NamedParameterSpec.X25519, HexFormat.of().parseHex(hex)));
  }
}
