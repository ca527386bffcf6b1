package dev.vouchgate.keys;

import dev.vouchgate.jwe.EcCurve;
import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.observe.LogText;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.XECPrivateKeySpec;
import java.util.Optional;
import java.util.Set;

/** Makes a decryption key of a JSON Web Key (RFC 7518 §6.2.2, §6.3.2; RFC 8037 §2). */
final class PrivateJwk {
  private static final Set<String> OPERATIONS =
      Set.of("decrypt", "unwrapKey", "deriveKey", "deriveBits");
  private static final int X25519_LENGTH = 32;

  private PrivateJwk() {}

  static DecryptionKey parse(JwkMembers jwk) throws KeyFormatException {
    String kty = jwk.requiredText("kty");
    if (!Set.of("RSA", "EC", "OKP").contains(kty) || !jwk.has("d")) {
      throw new KeyFormatException(
          "it is no private key: expected kty RSA, EC or OKP and the member d");
    }
    jwk.checkPurpose("enc", OPERATIONS);
    Optional<String> name = jwk.text("alg");
    Optional<JweAlgorithm> algorithm = name.flatMap(JweAlgorithm::named);
    if (name.isPresent() && algorithm.isEmpty()) {
      throw new KeyFormatException(
          "its alg is "
              + LogText.of(name.get())
              + "; expected RSA-OAEP, RSA-OAEP-256 or one of ECDH-ES");
    }
    return DecryptionKey.of(jwk.keyId(), privateKey(kty, jwk), algorithm);
  }

  static PrivateKey privateKey(String kty, JwkMembers jwk) throws KeyFormatException {
    String jcaName = kty.equals("OKP") ? "X25519" : kty;
    KeySpec spec =
        switch (kty) {
          case "RSA" -> rsa(jwk);
          case "EC" -> elliptic(jwk);
          default -> montgomery(jwk);
        };
    try {
      return KeyFactory.getInstance(jcaName).generatePrivate(spec);
    } catch (GeneralSecurityException e) {
      // Not as the cause: what the platform says may quote the key.
      throw new KeyFormatException("it is no " + jcaName + " private key to this Java platform");
    }
  }

  private static KeySpec rsa(JwkMembers jwk) throws KeyFormatException {
    if (jwk.has("oth")) {
      throw new KeyFormatException("it has more than two primes (oth), which is not supported");
    }
    BigInteger n = jwk.number("n");
    BigInteger d = jwk.number("d");
    if (!jwk.has("p")) {
      return new RSAPrivateKeySpec(n, d);
    }
    BigInteger p = jwk.number("p");
    BigInteger q = jwk.number("q");
    if (!p.multiply(q).equals(n)) {
      throw new KeyFormatException("its p times its q is not its n");
    }
    return new RSAPrivateCrtKeySpec(
        n, jwk.number("e"), d, p, q, jwk.number("dp"), jwk.number("dq"), jwk.number("qi"));
  }

  private static KeySpec elliptic(JwkMembers jwk) throws KeyFormatException {
    EcCurve curve =
        EcCurve.named(jwk.requiredText("crv"))
            .orElseThrow(() -> new KeyFormatException("its crv is not P-256, P-384 or P-521"));
    BigInteger d = new BigInteger(1, jwk.bytes("d", curve.coordinateLength()));
    if (d.signum() == 0 || d.compareTo(curve.parameters().getOrder()) >= 0) {
      throw new KeyFormatException("its d is not a private key on " + curve);
    }
    return new ECPrivateKeySpec(d, curve.parameters());
  }

  private static KeySpec montgomery(JwkMembers jwk) throws KeyFormatException {
    if (!jwk.requiredText("crv").equals(NamedParameterSpec.X25519.getName())) {
      throw new KeyFormatException("its crv is not X25519");
    }
    return new XECPrivateKeySpec(NamedParameterSpec.X25519, jwk.bytes("d", X25519_LENGTH));
  }
}
