package dev.vouchgate.it.issue.peers;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import java.util.Set;

/** SmallRye JWT, which Quarkus and WildFly have, told where the keys are. */
final class SmallRye {

  private SmallRye() {}

  static Verification trusting(String issuer, String audience) {
    JWTAuthContextInfo settings = new JWTAuthContextInfo(issuer + "/.well-known/jwks.json", issuer);
    settings.setExpectedAudience(Set.of(audience));
    settings.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));
    JWTParser parser = new DefaultJWTParser(settings);
    return compact -> parser.parse(compact).getSubject();
  }
}
