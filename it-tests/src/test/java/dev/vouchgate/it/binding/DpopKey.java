package dev.vouchgate.it.binding;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** A client's key for proofs of possession (RFC 9449 §4.2); another library than ours signs. */
public final class DpopKey {
  private final ECKey key;

  /** A new one. */
  public DpopKey() {
    try {
      key = new ECKeyGenerator(Curve.P_256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What tokens that are bound to it have in {@code cnf.jkt}. */
  public String thumbprint() {
    try {
      return key.computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A new proof for a request to a token endpoint. */
  public String proof(String method, String address) {
    return signed(claims(method, address).build());
  }

  /** A new proof for a request with a token. */
  public String proof(String method, String address, String token) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
      return signed(
          claims(method, address).claim("ath", Base64URL.encode(hash).toString()).build());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWTClaimsSet.Builder claims(String method, String address) {
    return new JWTClaimsSet.Builder()
        .jwtID(UUID.randomUUID().toString())
        .claim("htm", method)
        .claim("htu", address)
        .issueTime(Date.from(Instant.now()));
  }

  private String signed(JWTClaimsSet claims) {
    try {
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.ES256)
              .type(new JOSEObjectType("dpop+jwt"))
              .jwk(key.toPublicJWK())
              .build();
      SignedJWT proof = new SignedJWT(header, claims);
      proof.sign(new ECDSASigner(key));
      return proof.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
