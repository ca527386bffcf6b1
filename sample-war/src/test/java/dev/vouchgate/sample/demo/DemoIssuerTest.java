package dev.vouchgate.sample.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.Test;

class DemoIssuerTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private static final DemoIssuer ISSUER =
      DemoIssuer.create("http://127.0.0.1:8080/demo", "orders", () -> NOW);

  @Test
  void tokenVerifiesWithThePublishedKeyOfItsKid() throws Exception {
    SignedJWT jwt = SignedJWT.parse(ISSUER.token(person("user")));

    assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
    JWKSet keys = JWKSet.parse(ISSUER.jwks().toString());
    var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
    assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
  }

  @Test
  void publishesThePublicHalfOfTheKeyOnly() throws Exception {
    JWKSet keys = JWKSet.parse(ISSUER.jwks().toString());

    assertThat(keys.getKeys()).hasSize(1);
    assertThat(keys.containsNonPublicKeys()).isFalse();
    assertThat(keys.getKeys().get(0).size()).isEqualTo(2048);
  }

  @Test
  void tokenLivesFiveMinutesAndNamesThePerson() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(ISSUER.token(person("user"))).getJWTClaimsSet();

    assertThat(claims.getIssuer()).isEqualTo("http://127.0.0.1:8080/demo");
    assertThat(claims.getAudience()).containsExactly("orders");
    assertThat(claims.getSubject()).isEqualTo("demo-alice");
    assertThat(claims.getStringClaim("upn")).isEqualTo("alice");
    assertThat(claims.getStringListClaim("groups")).containsExactly("user");
    assertThat(claims.getIssueTime()).isEqualTo(Date.from(NOW));
    assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(300)));
  }

  @Test
  void adminIsAUserToo() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(ISSUER.token(person("admin"))).getJWTClaimsSet();

    assertThat(claims.getStringClaim("upn")).isEqualTo("bob");
    assertThat(claims.getStringListClaim("groups")).containsExactly("user", "admin");
  }

  @Test
  void eachTokenHasItsOwnId() throws Exception {
    JWTClaimsSet first = SignedJWT.parse(ISSUER.token(person("user"))).getJWTClaimsSet();
    JWTClaimsSet second = SignedJWT.parse(ISSUER.token(person("user"))).getJWTClaimsSet();

    assertThat(first.getJWTID()).isNotNull().isNotEqualTo(second.getJWTID());
  }

  @Test
  void knowsNobodyElse() {
    assertThat(DemoPerson.as("root")).isEmpty();
    assertThat(DemoPerson.as("")).isEmpty();
  }

  private static DemoPerson person(String role) {
    return DemoPerson.as(role).orElseThrow();
  }
}
