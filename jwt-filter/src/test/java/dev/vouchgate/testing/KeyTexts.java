package dev.vouchgate.testing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keys written down: PEM (RFC 7468), JWK and JWKS (RFC 7517, RFC 8037), base64url of them. */
public final class KeyTexts {
  private KeyTexts() {}

  /** PEM of a public key, {@code PUBLIC KEY}, or of a private one, {@code PRIVATE KEY}. */
  public static String pem(Key key) {
    String label = key.getFormat().equals("PKCS#8") ? "PRIVATE KEY" : "PUBLIC KEY";
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  /** The public JWK, with {@code kid}. */
  public static String jwk(TestKey key) {
    return Json.of(members(key));
  }

  /** The private JWK of an RSA key, with {@code kid}. */
  public static String privateJwk(TestKey key) {
    Map<String, Object> members = members(key);
    RSAPrivateCrtKey rsa = (RSAPrivateCrtKey) key.privateKey();
    members.put("d", number(rsa.getPrivateExponent()));
    members.put("p", number(rsa.getPrimeP()));
    members.put("q", number(rsa.getPrimeQ()));
    members.put("dp", number(rsa.getPrimeExponentP()));
    members.put("dq", number(rsa.getPrimeExponentQ()));
    members.put("qi", number(rsa.getCrtCoefficient()));
    return Json.of(members);
  }

  /** A set of public JWKs. */
  public static String jwks(TestKey... keys) {
    return set(Stream.of(keys).map(KeyTexts::jwk).toList());
  }

  /** A set of JWKs, each as text. */
  public static String set(List<String> jwks) {
    return "{\"keys\":[" + String.join(",", jwks) + "]}";
  }

  /** Base64url of a text in UTF-8, without padding. */
  public static String base64url(String text) {
    return base64url(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> members(TestKey key) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("kid", key.kid());
    if (key.verification() instanceof RSAPublicKey rsa) {
      members.put("kty", "RSA");
      members.put("n", number(rsa.getModulus()));
      members.put("e", number(rsa.getPublicExponent()));
    } else if (key.verification() instanceof ECPublicKey ec) {
      int bits = ec.getParams().getCurve().getField().getFieldSize();
      members.put("kty", "EC");
      members.put("crv", "P-" + bits);
      members.put("x", coordinate(ec.getW().getAffineX(), bits));
      members.put("y", coordinate(ec.getW().getAffineY(), bits));
    } else {
      byte[] info = key.verification().getEncoded();
      // SubjectPublicKeyInfo: 12 bytes that are always the same, then the key (RFC 8410 section 4).
      byte[] x = Arrays.copyOfRange(info, 12, info.length);
      members.put("kty", "OKP");
      members.put("crv", x.length == 32 ? "Ed25519" : "Ed448");
      members.put("x", base64url(x));
    }
    return members;
  }

  private static String coordinate(BigInteger value, int bits) {
    byte[] bytes = new byte[(bits + 7) / 8];
    byte[] shortest = magnitude(value);
    System.arraycopy(shortest, 0, bytes, bytes.length - shortest.length, shortest.length);
    return base64url(bytes);
  }

  private static String number(BigInteger value) {
    return base64url(magnitude(value));
  }

  private static byte[] magnitude(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return bytes[0] == 0 && bytes.length > 1 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
