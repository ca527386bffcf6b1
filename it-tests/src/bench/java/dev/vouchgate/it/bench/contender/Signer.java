package dev.vouchgate.it.bench.contender;

import dev.vouchgate.issue.IssuePolicy;
import dev.vouchgate.issue.RotationPolicy;
import dev.vouchgate.issue.SigningKeyRing;
import dev.vouchgate.issue.TokenIssuer;
import dev.vouchgate.it.bench.token.Algorithm;
import dev.vouchgate.it.bench.token.Claims;
import dev.vouchgate.jws.JwsAlgorithm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** Who signs a token for one service: subject, audience and four roles. */
public enum Signer {
  /** Over as many bytes as the other signs, which are at hand. */
  PRIMITIVE("the primitive alone") {
    @Override
    public Callable<?> with(Algorithm algorithm) throws Exception {
      PrivateKey key = key(algorithm);
      String token = String.valueOf(VOUCHGATE.with(algorithm).call());
      byte[] input = token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
      return () -> signature(algorithm, key, input);
    }
  },
  VOUCHGATE("Vouchgate") {
    @Override
    public Callable<?> with(Algorithm algorithm) {
      InstantSource clock = Clock.systemUTC();
      RotationPolicy rotation =
          new RotationPolicy(
              JwsAlgorithm.named(algorithm.jose()).orElseThrow(),
              Duration.ofDays(30),
              Duration.ofHours(2),
              Duration.ofHours(1));
      TokenIssuer issuer =
          new TokenIssuer(
              new IssuePolicy(Claims.ISSUER, LIFETIME, LIFETIME),
              SigningKeyRing.inMemory(rotation, clock),
              clock);
      return () ->
          issuer
              .token("shop-frontend", Claims.AUDIENCE)
              .roles("offline_access", "uma_authorization", "default-roles-shop", "user")
              .issue()
              .compact();
    }
  };

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  /** As large as those that the ring makes. */
  private static final int RSA_BITS = 3072;

  private final String title;

  Signer(String title) {
    this.title = title;
  }

  /** Sets it up; each call signs once. */
  public abstract Callable<?> with(Algorithm algorithm) throws Exception;

  public String title() {
    return title;
  }

  private static byte[] signature(Algorithm algorithm, PrivateKey key, byte[] input)
      throws GeneralSecurityException {
    Signature signature = Primitive.signature(algorithm);
    signature.initSign(key);
    signature.update(input);
    return signature.sign();
  }

  private static PrivateKey key(Algorithm algorithm) throws GeneralSecurityException {
    KeyPairGenerator generator =
        KeyPairGenerator.getInstance(
            switch (algorithm) {
              case RS256, PS256 -> "RSA";
              case ES256 -> "EC";
              case EDDSA -> "Ed25519";
              case HS256 -> throw new IllegalArgumentException("secrets have no key pairs");
            });
    switch (algorithm) {
      case RS256, PS256 -> generator.initialize(RSA_BITS);
      case ES256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
      default -> {
        // There is one size.
      }
    }
    return generator.generateKeyPair().getPrivate();
  }
}
