package dev.vouchgate.it.bench.contender;

import dev.vouchgate.it.bench.token.Algorithm;
import dev.vouchgate.it.bench.token.Claims;
import dev.vouchgate.it.bench.token.Trust;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.keys.FixedKeys;
import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.VerificationKey;
import dev.vouchgate.verify.ClaimPathRoles;
import dev.vouchgate.verify.ClaimRules;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.TrustedIssuer;
import dev.vouchgate.verify.TrustedIssuers;
import dev.vouchgate.verify.VerificationPolicy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.lang.JoseException;

/**
 * What of Vouchgate's surroundings grows. Always HS256, whose primitive is so cheap that nothing
 * else can hide behind it.
 */
@SuppressWarnings("ImmutableEnumChecker") // its collections are never changed
public enum Growth {
  KEYS("keys in the set", List.of(1, 10, 100, 1000, 10_000)) {
    @Override
    public Sample of(int size) throws JoseException {
      // No setting makes a set of secrets, so what the settings would make is made here.
      SecureRandom random = new SecureRandom();
      List<VerificationKey> keys = new ArrayList<>();
      String token = "";
      for (int i = 0; i < size; i++) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String name = String.format(Locale.ROOT, "key-%05d", i);
        SecretKeySpec key = new SecretKeySpec(secret, "HmacSHA256");
        keys.add(VerificationKey.of(Optional.of(name), key, Optional.empty()));
        if (i == size / 2) {
          token = Trust.signWith(secret, name, Claims.typical());
        }
      }
      JwtVerifier verifier =
          new JwtVerifier(
              TrustedIssuers.of(Claims.ISSUER, trusted(new JwkSet(keys))),
              16_384,
              Optional.empty(),
              SignatureProvider.PLATFORM,
              Clock.systemUTC());
      return new Sample(
          compact -> verifier.verify(compact).claims().string("sub").orElse(""), token);
    }
  },
  ISSUERS("trusted issuers", List.of(1, 2, 10, 100, 1000)) {
    @Override
    public Sample of(int size) throws JoseException {
      Trust trust = new Trust(Algorithm.HS256);
      Map<String, String> settings = common();
      List<String> names = IntStream.range(0, size).mapToObj(i -> "i" + i).toList();
      settings.put("vouchgate.issuers", String.join(",", names));
      for (String name : names) {
        String of = "vouchgate.issuer." + name + '.';
        settings.put(of + "issuer", Claims.ISSUER + '-' + name);
        settings.put(of + "secret", Vouchgate.text(trust.secret()));
      }
      Claims claims = Claims.typical().issuedBy(Claims.ISSUER + '-' + names.get(size / 2));
      return new Sample(Vouchgate.of(settings), trust.sign(claims));
    }
  },
  ROLES("roles in the token", List.of(1, 10, 50, 200)) {
    @Override
    public Sample of(int size) throws JoseException {
      return of(Claims.typical().withRoles(size));
    }
  },
  BYTES("bytes of claims", List.of(320, 700, 1500, 3000, 6000)) {
    @Override
    public Sample of(int size) throws JoseException {
      return of(Claims.typical().ofBytes(size));
    }
  },
  TOKENS("tokens in turn, 10,000 remembered", List.of(1, 1000, 10_000, 100_000, 1_000_000)) {
    @Override
    public Sample of(int size) throws JoseException {
      Trust trust = new Trust(Algorithm.HS256);
      List<String> tokens = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        tokens.add(trust.sign(Claims.typical().ofCaller(i)));
      }
      return new Sample(Vouchgate.remembering(trust), tokens);
    }
  };

  /**
   * Something to measure.
   *
   * @param verification who verifies
   * @param tokens what, one after the other
   */
  public record Sample(Verification verification, List<String> tokens) {
    Sample(Verification verification, String token) {
      this(verification, List.of(token));
    }
  }

  private final String title;
  private final List<Integer> sizes;

  Growth(String title, List<Integer> sizes) {
    this.title = title;
    this.sizes = sizes;
  }

  /** Sets up Vouchgate where there are so many. */
  public abstract Sample of(int size) throws JoseException;

  /** What is counted. */
  public String title() {
    return title;
  }

  /** From few to many. */
  public List<Integer> sizes() {
    return sizes;
  }

  static Map<String, String> common() {
    Map<String, String> settings = new HashMap<>();
    settings.put("mp.jwt.verify.audiences", Claims.AUDIENCE);
    settings.put("vouchgate.algorithms", Algorithm.HS256.jose());
    settings.put("vouchgate.roles.path", Claims.ROLES_PATH);
    settings.put(Vouchgate.CACHE, "0");
    return settings;
  }

  static Sample of(Claims claims) throws JoseException {
    Trust trust = new Trust(Algorithm.HS256);
    Map<String, String> settings = common();
    settings.put("mp.jwt.verify.issuer", Claims.ISSUER);
    settings.put("vouchgate.secret", Vouchgate.text(trust.secret()));
    return new Sample(Vouchgate.of(settings), trust.sign(claims));
  }

  static TrustedIssuer trusted(JwkSet keys) {
    return new TrustedIssuer(
        new VerificationPolicy(
            Set.of(JwsAlgorithm.HS256),
            Set.of("JWT"),
            List.of(
                ClaimRules.issuer(Claims.ISSUER),
                ClaimRules.audience(Set.of(Claims.AUDIENCE)),
                ClaimRules.lifetime(Duration.ZERO, Duration.ofSeconds(10)))),
        new FixedKeys(keys),
        new ClaimPathRoles(List.of(Claims.ROLES_PATH), "", Map.of()));
  }
}
