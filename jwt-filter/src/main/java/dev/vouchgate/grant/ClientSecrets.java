package dev.vouchgate.grant;

import dev.vouchgate.codec.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks client secrets. What is wrong costs the same whoever is named, a client or nobody; what
 * was right a short while ago is known by a keyed hash, whose key never leaves this process.
 */
final class ClientSecrets {
  private static final Duration KNOWN_FOR = Duration.ofMinutes(10);
  private static final String HMAC = "HmacSHA256";

  private final KeyDerivation derivation;
  private final InstantSource clock;

  /** What a wrong secret costs; none if no client has a secret. */
  private final int iterations;

  private final SecretKeySpec key;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private final SecretChecks checks = new SecretChecks();

  private record Known(String hash, Instant until) {}

  ClientSecrets(Collection<Client> clients, KeyDerivation derivation, InstantSource clock) {
    this.derivation = derivation;
    this.clock = clock;
    this.iterations =
        clients.stream()
            .flatMap(client -> client.credentials().secret().stream())
            .mapToInt(PasswordHash::iterations)
            .max()
            .orElse(0);
    byte[] random = new byte[Sha256.LENGTH];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, HMAC);
  }

  /** Whether a secret is a client's; of nobody it is not, after as long. */
  boolean isSecretOf(Optional<Client> client, String secret) throws TokenRefusedException {
    if (iterations == 0) {
      return false;
    }
    String name = client.map(Client::name).orElse("");
    String hash = hash(secret);
    Instant now = clock.instant();
    Known last = known.get(name);
    if (last != null && now.isBefore(last.until()) && same(last.hash(), hash)) {
      return true;
    }
    PasswordHash expected =
        client
            .flatMap(one -> one.credentials().secret())
            .orElseGet(() -> PasswordHash.ofNothing(iterations));
    boolean isRight = checks.inTurn(() -> isRight(expected, secret));
    if (isRight) {
      known.put(name, new Known(hash, now.plus(KNOWN_FOR)));
    }
    return isRight;
  }

  private boolean isRight(PasswordHash expected, String secret) {
    boolean isRight = expected.isOf(secret, derivation);
    int rest = iterations - expected.iterations();
    // Where secrets cost different work, a wrong one costs as much as the dearest.
    return isRight || (rest > 0 && PasswordHash.ofNothing(rest).isOf(secret, derivation));
  }

  private String hash(String secret) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return new String(
          mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)), StandardCharsets.ISO_8859_1);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + HMAC, e);
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.ISO_8859_1), other.getBytes(StandardCharsets.ISO_8859_1));
  }
}
