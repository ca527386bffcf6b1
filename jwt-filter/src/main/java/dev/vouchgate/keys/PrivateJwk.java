package dev.vouchgate.keys;

import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.observe.LogText;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.KeySpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Optional;
import java.util.Set;

/** Makes a decryption key of a JSON Web Key (RFC 7518 §6.3.2). */
final class PrivateJwk {
  private PrivateJwk() {}

  static DecryptionKey parse(JwkMembers jwk) throws KeyFormatException {
    if (!jwk.requiredText("kty").equals("RSA") || !jwk.has("d")) {
      throw new KeyFormatException("it is no RSA private key: expected kty RSA and the member d");
    }
    jwk.checkPurpose("enc", Set.of("decrypt", "unwrapKey"));
    Optional<String> name = jwk.text("alg");
    Optional<JweAlgorithm> algorithm = name.flatMap(JweAlgorithm::named);
    if (name.isPresent() && algorithm.isEmpty()) {
      throw new KeyFormatException(
          "its alg is " + LogText.of(name.get()) + "; expected RSA-OAEP or RSA-OAEP-256");
    }
    return DecryptionKey.of(jwk.keyId(), privateKey(jwk), algorithm);
  }

  private static RSAPrivateKey privateKey(JwkMembers jwk) throws KeyFormatException {
    if (jwk.has("oth")) {
      throw new KeyFormatException("it has more than two primes (oth), which is not supported");
    }
    try {
      return (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(spec(jwk));
    } catch (GeneralSecurityException e) {
      // Not as the cause: what the platform says may quote the key.
      throw new KeyFormatException("it is no RSA private key to this Java platform");
    }
  }

  private static KeySpec spec(JwkMembers jwk) throws KeyFormatException {
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
}
