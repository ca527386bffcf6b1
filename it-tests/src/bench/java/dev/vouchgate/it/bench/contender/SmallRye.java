package dev.vouchgate.it.bench.contender;

import dev.vouchgate.it.bench.token.Algorithm;
import dev.vouchgate.it.bench.token.Claims;
import dev.vouchgate.it.bench.token.Trust;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/** SmallRye JWT: one parser for all tokens, as Quarkus and WildFly have it. */
final class SmallRye {

  private SmallRye() {}

  static Verification of(Trust trust) {
    JWTAuthContextInfo settings = new JWTAuthContextInfo();
    settings.setIssuedBy(Claims.ISSUER);
    settings.setExpectedAudience(Set.of(Claims.AUDIENCE));
    settings.setSignatureAlgorithm(Set.of(named(trust.algorithm())));
    if (trust.algorithm().isSecret()) {
      settings.setSecretVerificationKey(new SecretKeySpec(trust.secret(), "HmacSHA256"));
    } else {
      settings.setPublicKeyContent(trust.jwks());
    }
    JWTParser parser = new DefaultJWTParser(settings);
    return compact -> parser.parse(compact).getSubject();
  }

  private static SignatureAlgorithm named(Algorithm algorithm) {
    return SignatureAlgorithm.valueOf(algorithm.name());
  }
}
