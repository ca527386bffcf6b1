package dev.vouchgate.keys;

import dev.vouchgate.jwe.EcCurve;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.KeyType;
import dev.vouchgate.observe.LogText;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import java.util.Set;

/** Makes a verification key of a JSON Web Key (RFC 7518 §6, RFC 8037 §2). */
final class PublicJwk {
  private PublicJwk() {}

  static VerificationKey parse(JwkMembers jwk, KeyPolicy policy) throws KeyFormatException {
    String kty = jwk.requiredText("kty");
    KeyType type =
        KeyType.named(kty)
            .orElseThrow(
                () -> new KeyFormatException("its kty is " + LogText.of(kty) + ", unknown here"));
    jwk.checkPurpose("sig", Set.of("verify"));
    Optional<String> kid = jwk.keyId();
    Optional<JwsAlgorithm> algorithm = algorithm(jwk);
    PublicKey key = publicKey(type, jwk, policy);
    KeyFitness.check(key, policy);
    VerificationKey parsed = VerificationKey.of(kid, key, algorithm);
    if (algorithm.isPresent() && !parsed.suits(algorithm.get())) {
      throw new KeyFormatException(
          "its alg is " + algorithm.get() + ", which its key cannot be of");
    }
    return parsed;
  }

  private static Optional<JwsAlgorithm> algorithm(JwkMembers jwk) throws KeyFormatException {
    Optional<String> name = jwk.text("alg");
    Optional<JwsAlgorithm> algorithm = name.flatMap(JwsAlgorithm::named);
    if (name.isPresent() && algorithm.isEmpty()) {
      throw new KeyFormatException(
          "its alg is " + LogText.of(name.get()) + ", which is no signature algorithm known here");
    }
    return algorithm;
  }

  private static PublicKey publicKey(KeyType type, JwkMembers jwk, KeyPolicy policy)
      throws KeyFormatException {
    return switch (type) {
      case RSA -> rsa(jwk, policy);
      case EC -> elliptic(jwk);
      case OKP -> edwards(jwk);
      case OCT ->
          throw new KeyFormatException(
              "it is a shared secret (oct), which is never taken from a source of public keys;"
                  + " vouchgate.secret is the place for one");
    };
  }

  private static PublicKey rsa(JwkMembers jwk, KeyPolicy policy) throws KeyFormatException {
    BigInteger modulus = jwk.number("n");
    BigInteger exponent = jwk.number("e");
    // Asked before the platform is, which would say so less clearly; likewise below.
    RsaFitness.check(modulus, exponent, policy);
    return generate("RSA", new RSAPublicKeySpec(modulus, exponent));
  }

  private static PublicKey elliptic(JwkMembers jwk) throws KeyFormatException {
    EcCurve curve =
        EcCurve.named(jwk.requiredText("crv"))
            .orElseThrow(() -> new KeyFormatException("its crv is not P-256, P-384 or P-521"));
    ECPoint point =
        new ECPoint(
            new BigInteger(1, jwk.bytes("x", curve.coordinateLength())),
            new BigInteger(1, jwk.bytes("y", curve.coordinateLength())));
    if (!curve.contains(point)) {
      throw new KeyFormatException("its point is not on " + curve);
    }
    return generate("EC", new ECPublicKeySpec(point, curve.parameters()));
  }

  private static PublicKey edwards(JwkMembers jwk) throws KeyFormatException {
    EdwardsCurve curve =
        EdwardsCurve.named(jwk.requiredText("crv"))
            .orElseThrow(() -> new KeyFormatException("its crv is not Ed25519 or Ed448"));
    byte[] encoded = jwk.bytes("x", curve.length());
    return generate(
        "EdDSA", new EdECPublicKeySpec(curve.parameters(), EdwardsCurve.decode(encoded)));
  }

  private static PublicKey generate(String algorithm, KeySpec spec) throws KeyFormatException {
    try {
      return KeyFactory.getInstance(algorithm).generatePublic(spec);
    } catch (GeneralSecurityException e) {
      throw new KeyFormatException("it is no " + algorithm + " key to this Java platform", e);
    }
  }
}
