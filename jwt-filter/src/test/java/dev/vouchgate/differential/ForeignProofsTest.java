package dev.vouchgate.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.vouchgate.binding.Presentation;
import dev.vouchgate.config.Gate;
import dev.vouchgate.testing.GateUnderTest;
import dev.vouchgate.testing.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proofs that other libraries make, with their own keys, JSON and thumbprints. */
class ForeignProofsTest {
  private static final String TARGET = "https://api.example.com/orders";

  @ParameterizedTest
  @CsvSource({"ES256", "ES384", "ES512", "PS256", "RS256"})
  void holdWhenNimbusMadeThem(String alg) throws Exception {
    JWK key =
        switch (alg) {
          case "ES256" -> new ECKeyGenerator(Curve.P_256).generate();
          case "ES384" -> new ECKeyGenerator(Curve.P_384).generate();
          case "ES512" -> new ECKeyGenerator(Curve.P_521).generate();
          default -> new RSAKeyGenerator(2048).generate();
        };
    String token = token(key.computeThumbprint().toString());
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.parse(alg))
            .type(new JOSEObjectType("dpop+jwt"))
            .jwk(key.toPublicJWK())
            .build();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .jwtID("n-1")
            .claim("htm", "GET")
            .claim("htu", TARGET)
            .issueTime(Date.from(Tokens.NOW))
            .claim("ath", Base64URL.encode(sha256(token)).toString())
            .build();
    SignedJWT proof = new SignedJWT(header, claims);
    JWSSigner signer = new DefaultJWSSignerFactory().createJWSSigner(key, header.getAlgorithm());
    proof.sign(signer);
    assertHolds(token, proof.serialize());
  }

  @Test
  void holdWhenJose4jMadeThem() throws Exception {
    assertHolds("ES256", EcJwkGenerator.generateJwk(EllipticCurves.P256));
    assertHolds("EdDSA", OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519));
  }

  private static void assertHolds(String alg, PublicJsonWebKey key) throws Exception {
    String token = token(key.calculateBase64urlEncodedThumbprint("SHA-256"));
    JwtClaims claims = new JwtClaims();
    claims.setJwtId("j-1");
    claims.setStringClaim("htm", "GET");
    claims.setStringClaim("htu", TARGET);
    claims.setIssuedAt(NumericDate.fromSeconds(Tokens.NOW.getEpochSecond()));
    claims.setStringClaim("ath", Tokens.base64Url(sha256(token)));
    JsonWebSignature proof = new JsonWebSignature();
    proof.setAlgorithmHeaderValue(alg);
    proof.setHeader("typ", "dpop+jwt");
    proof.setJwkHeader(
        PublicJsonWebKey.Factory.newPublicJwk(
            key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)));
    proof.setPayload(claims.toJson());
    proof.setKey(key.getPrivateKey());
    assertHolds(token, proof.getCompactSerialization());
  }

  private static void assertHolds(String token, String proof) throws Exception {
    Presentation how =
        new Presentation() {
          @Override
          public boolean isDpop() {
            return true;
          }

          @Override
          public List<String> proofs() {
            return List.of(proof);
          }

          @Override
          public String method() {
            return "GET";
          }

          @Override
          public String path() {
            return "/orders";
          }
        };
    GateUnderTest settings =
        GateUnderTest.withSecret()
            .with("vouchgate.binding", "dpop")
            .with("vouchgate.dpop.base-url", "https://api.example.com");
    try (Gate gate = settings.gate()) {
      assertThat(gate.verify(token, how).callerName()).isEqualTo("jdoe@example.com");
    }
  }

  private static String token(String thumbprint) {
    return Tokens.valid("HS256").claim("cnf", Map.of("jkt", thumbprint)).compact();
  }

  private static byte[] sha256(String token) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
  }
}
