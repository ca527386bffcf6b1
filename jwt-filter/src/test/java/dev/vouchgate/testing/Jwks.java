package dev.vouchgate.testing;

import java.math.BigInteger;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.interfaces.XECPrivateKey;
import java.security.interfaces.XECPublicKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON Web Keys and sets of them (RFC 7517), written by hand from {@link TestKey}s. Each map is the
 * caller's own to change.
 */
public final class Jwks {

  private Jwks() {}

  /** The public key with {@code kty}, {@code kid} and nothing that is not required. */
  public static Map<String, @Nullable Object> of(TestKey key) {
    Map<String, @Nullable Object> jwk = new LinkedHashMap<>();
    jwk.put("kty", "?");
    jwk.put("kid", key.kid());
    if (key.verification() instanceof RSAPublicKey rsa) {
      jwk.put("kty", "RSA");
      jwk.put("n", number(rsa.getModulus()));
      jwk.put("e", number(rsa.getPublicExponent()));
    } else if (key.verification() instanceof ECPublicKey ec) {
      int bits = ec.getParams().getCurve().getField().getFieldSize();
      jwk.put("kty", "EC");
      jwk.put("crv", "P-" + bits);
      jwk.put("x", number(ec.getW().getAffineX(), (bits + 7) / 8));
      jwk.put("y", number(ec.getW().getAffineY(), (bits + 7) / 8));
    } else if (key.verification() instanceof EdECPublicKey edwards) {
      jwk.put("kty", "OKP");
      jwk.put("crv", edwards.getParams().getName());
      jwk.put("x", Tokens.base64Url(encoded(edwards)));
    } else if (key.verification() instanceof XECPublicKey montgomery) {
      jwk.put("kty", "OKP");
      jwk.put("crv", "X25519");
      jwk.put("x", Tokens.base64Url(BigEndian.reversed(BigEndian.of(montgomery.getU(), 32))));
    } else {
      jwk.put("kty", "oct");
      jwk.put("k", Tokens.base64Url(key.verification().getEncoded()));
    }
    return jwk;
  }

  /** The same without a {@code kid}. */
  public static Map<String, @Nullable Object> nameless(TestKey key) {
    Map<String, @Nullable Object> jwk = of(key);
    jwk.remove("kid");
    return jwk;
  }

  /** The same with its private members: RSA with all of them, EC and OKP with {@code d}. */
  public static Map<String, @Nullable Object> privateOf(TestKey key) {
    Map<String, @Nullable Object> jwk = of(key);
    if (key.signing() instanceof RSAPrivateCrtKey rsa) {
      jwk.put("d", number(rsa.getPrivateExponent()));
      jwk.put("p", number(rsa.getPrimeP()));
      jwk.put("q", number(rsa.getPrimeQ()));
      jwk.put("dp", number(rsa.getPrimeExponentP()));
      jwk.put("dq", number(rsa.getPrimeExponentQ()));
      jwk.put("qi", number(rsa.getCrtCoefficient()));
    } else if (key.signing() instanceof ECPrivateKey ec) {
      int length = (ec.getParams().getCurve().getField().getFieldSize() + 7) / 8;
      jwk.put("d", number(ec.getS(), length));
    } else if (key.signing() instanceof EdECPrivateKey edwards) {
      jwk.put("d", Tokens.base64Url(edwards.getBytes().orElseThrow()));
    } else if (key.signing() instanceof XECPrivateKey montgomery) {
      jwk.put("d", Tokens.base64Url(montgomery.getScalar().orElseThrow()));
    }
    return jwk;
  }

  /** A set of those keys. */
  public static String set(TestKey... keys) {
    return set(Arrays.stream(keys).map(Jwks::of).toList());
  }

  /** A set of those entries, whatever they are. */
  public static String set(List<?> entries) {
    Map<String, Object> set = new LinkedHashMap<>();
    set.put("keys", entries);
    return Json.of(set);
  }

  /** A number in as few bytes as it has. */
  public static String number(BigInteger number) {
    return number(number, Math.max(1, (number.bitLength() + 7) / 8));
  }

  /** A number in exactly that many bytes. */
  public static String number(BigInteger number, int length) {
    return Tokens.base64Url(BigEndian.of(number, length));
  }

  /** RFC 8032 §5.1.2. */
  private static byte[] encoded(EdECPublicKey key) {
    int length = key.getParams().getName().equals("Ed25519") ? 32 : 57;
    byte[] encoded = BigEndian.reversed(BigEndian.of(key.getPoint().getY(), length));
    if (key.getPoint().isXOdd()) {
      encoded[length - 1] |= (byte) 0x80;
    }
    return encoded;
  }
}
