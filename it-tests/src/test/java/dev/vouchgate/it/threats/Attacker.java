package dev.vouchgate.it.threats;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.vouchgate.it.sample.TestIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Somebody with a key and a server of their own, which counts whoever comes to fetch it. */
final class Attacker implements AutoCloseable {
  private final RSAKey key;
  private final HttpServer server;
  private final AtomicInteger hits = new AtomicInteger();

  Attacker() {
    try {
      key = new RSAKeyGenerator(2048).keyID("theirs").generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          hits.incrementAndGet();
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
  }

  /** How often somebody came. */
  int hits() {
    return hits.get();
  }

  /** Where the key, and whatever else is asked for, can be had. */
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
  }

  /** An administrator's token of an issuer's, but for who has signed it. */
  String token(TestIssuer issuer, UnaryOperator<JWSHeader.Builder> header) {
    return token(issuer.name(), header);
  }

  /** The same, of an issuer by that name. */
  String token(String issuer, UnaryOperator<JWSHeader.Builder> header) {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(TestIssuer.AUDIENCE)
            .subject("mallory")
            .claim("upn", "mallory")
            .claim("groups", List.of("user", "admin"))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(300)))
            .build();
    try {
      SignedJWT token =
          new SignedJWT(header.apply(new JWSHeader.Builder(JWSAlgorithm.RS256)).build(), claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public half of their key. */
  RSAKey publicKey() {
    return key.toPublicJWK();
  }

  /** What might be a chain of certificates. */
  static List<Base64> chain() {
    return List.of(Base64.encode(new byte[] {0x30, (byte) 0x82, 1, 2}), Base64.encode("x"));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
