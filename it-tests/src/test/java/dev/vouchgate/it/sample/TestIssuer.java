package dev.vouchgate.it.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An issuer of tokens with its keys on loopback; another library than ours signs. */
public final class TestIssuer implements AutoCloseable {
  public static final String AUDIENCE = "orders";

  private static final String KEYS_PATH = "/keys";

  private final HttpServer server;
  private final RSAKey key;

  public TestIssuer() {
    try {
      key = new RSAKeyGenerator(2048).keyID("it-" + UUID.randomUUID()).generate();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] published = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        KEYS_PATH,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
          exchange.sendResponseHeaders(200, published.length);
          exchange.getResponseBody().write(published);
          exchange.close();
        });
    server.start();
  }

  public String name() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public String keysLocation() {
    return name() + KEYS_PATH;
  }

  /** A token that is good for five minutes. */
  public String token(String caller, String... groups) {
    return signed(claims(caller, groups).build());
  }

  /** A token that is bound to a client's key, by its thumbprint (RFC 9449 section 6.1). */
  public String boundToken(String thumbprint, String caller, String... groups) {
    return signed(claims(caller, groups).claim("cnf", Map.of("jkt", thumbprint)).build());
  }

  /** A token that ended a minute ago. */
  public String expiredToken(String caller, String... groups) {
    Date ended = Date.from(Instant.now().minus(Duration.ofMinutes(1)));
    return signed(claims(caller, groups).expirationTime(ended).build());
  }

  /** A token of this issuer's key that names another issuer. */
  public String tokenOfIssuer(String issuer, String caller, String... groups) {
    return signed(claims(caller, groups).issuer(issuer).build());
  }

  /** A token for another audience. */
  public String tokenForAudience(String audience, String caller, String... groups) {
    return signed(claims(caller, groups).audience(audience).build());
  }

  /** A token with {@code alg: none}. */
  public String unsignedToken(String caller, String... groups) {
    return new PlainJWT(claims(caller, groups).build()).serialize();
  }

  /** A good token whose claims were exchanged for those of somebody with more roles. */
  public String tamperedToken(String caller) {
    String[] own = token(caller, "user").split("\\.", -1);
    String[] others = token(caller, "user", "admin").split("\\.", -1);
    return own[0] + "." + others[1] + "." + own[2];
  }

  private JWTClaimsSet.Builder claims(String caller, String... groups) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(name())
        .audience(AUDIENCE)
        .subject("id-of-" + caller)
        .claim("upn", caller)
        .claim("groups", List.of(groups))
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))));
  }

  private String signed(JWTClaimsSet claims) {
    try {
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .type(JOSEObjectType.JWT)
              .keyID(key.getKeyID())
              .build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
