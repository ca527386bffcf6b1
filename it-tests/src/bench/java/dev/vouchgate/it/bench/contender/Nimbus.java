package dev.vouchgate.it.bench.contender;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.vouchgate.it.bench.token.Claims;
import dev.vouchgate.it.bench.token.Trust;
import java.text.ParseException;
import java.util.Set;

/** Nimbus JOSE + JWT: one processor for all tokens, as its guide to access tokens has it. */
final class Nimbus {

  private Nimbus() {}

  static Verification of(Trust trust) throws ParseException {
    JWKSource<SecurityContext> keys =
        trust.algorithm().isSecret()
            ? new ImmutableSecret<>(trust.secret())
            : new ImmutableJWKSet<>(JWKSet.parse(trust.jwks()));
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.parse(trust.algorithm().jose()), keys));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            Claims.AUDIENCE,
            new JWTClaimsSet.Builder().issuer(Claims.ISSUER).build(),
            Set.of("sub", "iat", "exp")));
    return compact -> processor.process(compact, null).getSubject();
  }
}
