package dev.vouchgate.it.bench.contender;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.ECDSAKeyProvider;
import com.auth0.jwt.interfaces.RSAKeyProvider;
import dev.vouchgate.it.bench.token.Claims;
import dev.vouchgate.it.bench.token.Trust;
import java.security.Key;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Auth0's java-jwt: one verifier for all tokens, which asks a key provider. */
final class JavaJwt {

  private JavaJwt() {}

  static Verification of(Trust trust) {
    JWTVerifier verifier =
        JWT.require(algorithm(trust))
            .withIssuer(Claims.ISSUER)
            .withAudience(Claims.AUDIENCE)
            .withClaimPresence("exp")
            .build();
    return compact -> verifier.verify(compact).getSubject();
  }

  private static Algorithm algorithm(Trust trust) {
    return switch (trust.algorithm()) {
      case RS256 -> Algorithm.RSA256(new RsaKeys(trust.keyById()));
      case PS256 -> Algorithm.RSA256PSS(new RsaKeys(trust.keyById()));
      case ES256 -> Algorithm.ECDSA256(new EcKeys(trust.keyById()));
      case HS256 -> Algorithm.HMAC256(trust.secret());
      case EDDSA -> throw new IllegalArgumentException("java-jwt has no " + trust.algorithm());
    };
  }

  /** Keys to verify with, by {@code kid}. */
  private record RsaKeys(Map<String, Key> byId) implements RSAKeyProvider {
    @Override
    public RSAPublicKey getPublicKeyById(String keyId) {
      return (RSAPublicKey) byId.get(keyId);
    }

    @Override
    public @Nullable RSAPrivateKey getPrivateKey() {
      return null;
    }

    @Override
    public @Nullable String getPrivateKeyId() {
      return null;
    }
  }

  /** The same for elliptic curves. */
  private record EcKeys(Map<String, Key> byId) implements ECDSAKeyProvider {
    @Override
    public ECPublicKey getPublicKeyById(String keyId) {
      return (ECPublicKey) byId.get(keyId);
    }

    @Override
    public @Nullable ECPrivateKey getPrivateKey() {
      return null;
    }

    @Override
    public @Nullable String getPrivateKeyId() {
      return null;
    }
  }
}
