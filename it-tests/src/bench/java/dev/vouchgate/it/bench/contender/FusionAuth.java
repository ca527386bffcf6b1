package dev.vouchgate.it.bench.contender;

import dev.vouchgate.it.bench.token.Claims;
import dev.vouchgate.it.bench.token.Trust;
import io.fusionauth.jwt.InvalidJWTException;
import io.fusionauth.jwt.JWTDecoder;
import io.fusionauth.jwt.Verifier;
import io.fusionauth.jwt.domain.JWT;
import io.fusionauth.jwt.ec.ECVerifier;
import io.fusionauth.jwt.hmac.HMACVerifier;
import io.fusionauth.jwt.rsa.RSAPSSVerifier;
import io.fusionauth.jwt.rsa.RSAVerifier;
import java.security.Key;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;

/**
 * FusionAuth JWT: one decoder and its verifiers by {@code kid}; issuer, audience and that there is
 * an expiry it leaves to its caller.
 */
final class FusionAuth {

  private FusionAuth() {}

  static Verification of(Trust trust) {
    JWTDecoder decoder = JWT.getDecoder();
    if (trust.algorithm().isSecret()) {
      Verifier verifier = HMACVerifier.newVerifier(trust.secret());
      return compact -> checked(decoder.decode(compact, verifier));
    }
    Map<String, Verifier> byId = new HashMap<>();
    trust.keyById().forEach((id, key) -> byId.put(id, verifier(trust, key)));
    return compact -> checked(decoder.decode(compact, byId));
  }

  private static String checked(JWT token) {
    if (!Claims.ISSUER.equals(token.issuer)
        || !Claims.AUDIENCE.equals(token.audience)
        || token.expiration == null) {
      throw new InvalidJWTException("Not meant for us.");
    }
    return token.subject;
  }

  private static Verifier verifier(Trust trust, Key key) {
    PublicKey known = (PublicKey) key;
    return switch (trust.algorithm()) {
      case RS256 -> RSAVerifier.newVerifier(known);
      case PS256 -> RSAPSSVerifier.newVerifier(known);
      case ES256 -> ECVerifier.newVerifier(known);
      case EDDSA, HS256 ->
          throw new IllegalArgumentException("no such verifier here: " + trust.algorithm());
    };
  }
}
