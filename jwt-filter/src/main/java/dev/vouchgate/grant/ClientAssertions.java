package dev.vouchgate.grant;

import dev.vouchgate.binding.ReplayMemory;
import dev.vouchgate.codec.Sha256;
import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.KeyType;
import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.keys.KeyLocator;
import dev.vouchgate.verify.ClaimRule;
import dev.vouchgate.verify.ClaimRules;
import dev.vouchgate.verify.JwtVerifier;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection.ClaimMismatch;
import dev.vouchgate.verify.Rejection.Expired;
import dev.vouchgate.verify.Rejection.NotYetValid;
import dev.vouchgate.verify.TrustedIssuer;
import dev.vouchgate.verify.TrustedIssuers;
import dev.vouchgate.verify.VerificationPolicy;
import dev.vouchgate.verify.VerifiedJwt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Verifies client assertions (RFC 7523 §3): each client is the issuer of its own, they live for
 * five minutes at most, and count once.
 */
final class ClientAssertions {
  private static final int MAX_LENGTH = 8192;
  private static final int MAX_REMEMBERED = 100_000;
  private static final Duration LONGEST_LIFETIME = Duration.ofMinutes(5);
  private static final Duration CLOCK_AHEAD = Duration.ofSeconds(10);
  private static final Set<String> TYPES = Set.of("JWT", "client-authentication+jwt");

  /** Whoever can check an HMAC could make one. */
  private static final Set<JwsAlgorithm> ALGORITHMS =
      Arrays.stream(JwsAlgorithm.values())
          .filter(algorithm -> algorithm.keyType() != KeyType.OCT)
          .collect(Collectors.toUnmodifiableSet());

  private final Map<String, Client> clients = new HashMap<>();
  private final JwtVerifier verifier;
  private final InstantSource clock;
  private final ReplayMemory memory = new ReplayMemory(MAX_REMEMBERED);

  /** What assertions may be signed by, as {@code alg} names it, in order. */
  static List<String> algorithms() {
    return ALGORITHMS.stream().sorted().map(JwsAlgorithm::toString).toList();
  }

  /**
   * Creates a verifier.
   *
   * @param clients whose assertions are taken, as far as they have keys
   * @param audiences what we are called; an assertion is for one of these
   * @param signatures who does the arithmetic
   * @param clock the time
   */
  ClientAssertions(
      Collection<Client> clients,
      Set<String> audiences,
      SignatureProvider signatures,
      InstantSource clock) {
    TrustedIssuers issuers = new TrustedIssuers();
    for (Client client : clients) {
      Optional<KeyLocator> keys = client.credentials().keys();
      if (keys.isPresent()) {
        this.clients.put(client.name(), client);
        issuers.add(
            client.name(),
            new TrustedIssuer(
                new VerificationPolicy(ALGORITHMS, TYPES, rules(client.name(), audiences)),
                keys.get(),
                claims -> Set.of()));
      }
    }
    this.verifier = new JwtVerifier(issuers, MAX_LENGTH, Optional.empty(), signatures, clock);
    this.clock = clock;
  }

  /**
   * Verifies an assertion, and uses it up.
   *
   * @param compact as sent
   * @return the client
   */
  Client verify(String compact) throws RejectedException {
    VerifiedJwt jwt = verifier.verify(compact);
    Client client = jwt.claims().string("iss").map(clients::get).orElseThrow();
    long exp = jwt.claims().numericDate("exp").orElseThrow();
    // Whose jti it is counts too: nobody can use up another's.
    String identity = client.name() + " " + jwt.claims().string("jti").orElseThrow();
    memory.remember(
        Sha256.digest(identity.getBytes(StandardCharsets.UTF_8)),
        exp,
        clock.instant().getEpochSecond());
    return client;
  }

  private static List<ClaimRule> rules(String client, Set<String> audiences) {
    return List.of(
        ClaimRules.issuer(client),
        ClaimRules.exactly("sub", client),
        ClaimRules.audience(audiences),
        ClaimRules.required(List.of("exp", "jti")),
        ClaimRules.strings("jti"),
        (claims, now) -> checkLifetime(claims, now.getEpochSecond()));
  }

  /** {@code iat} is not required, unlike in access tokens (RFC 7523 §3). */
  private static void checkLifetime(ClaimsSet claims, long now) throws RejectedException {
    OptionalLong exp = claims.numericDate("exp");
    if (exp.isEmpty() || exp.getAsLong() > now + LONGEST_LIFETIME.plus(CLOCK_AHEAD).toSeconds()) {
      throw new RejectedException(
          new ClaimMismatch("exp", "a number of seconds, from now five minutes at most"));
    }
    if (exp.getAsLong() <= now) {
      throw new RejectedException(new Expired(exp.getAsLong(), now));
    }
    for (String name : List.of("iat", "nbf")) {
      OptionalLong date = claims.numericDate(name);
      if (claims.has(name) && date.isEmpty()) {
        throw new RejectedException(new ClaimMismatch(name, "a number of seconds"));
      }
      if (date.isPresent() && date.getAsLong() > now + CLOCK_AHEAD.toSeconds()) {
        throw new RejectedException(new NotYetValid(name, date.getAsLong(), now));
      }
    }
  }
}
