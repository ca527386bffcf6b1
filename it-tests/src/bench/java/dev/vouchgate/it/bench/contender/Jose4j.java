package dev.vouchgate.it.bench.contender;

import dev.vouchgate.it.bench.token.Claims;
import dev.vouchgate.it.bench.token.Trust;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** jose4j: one consumer for all tokens. */
final class Jose4j {

  private Jose4j() {}

  static Verification of(Trust trust) throws JoseException {
    JwtConsumerBuilder builder =
        new JwtConsumerBuilder()
            .setRequireExpirationTime()
            .setRequireSubject()
            .setExpectedIssuer(Claims.ISSUER)
            .setExpectedAudience(Claims.AUDIENCE)
            .setJwsAlgorithmConstraints(ConstraintType.PERMIT, trust.algorithm().jose());
    if (trust.algorithm().isSecret()) {
      builder.setVerificationKey(new HmacKey(trust.secret()));
    } else {
      builder.setVerificationKeyResolver(
          new JwksVerificationKeyResolver(new JsonWebKeySet(trust.jwks()).getJsonWebKeys()));
    }
    JwtConsumer consumer = builder.build();
    return compact -> consumer.processToClaims(compact).getSubject();
  }
}
