package dev.vouchgate.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.testing.EncryptedTokens;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same tokens to this gate, Nimbus and jose4j: whatever the gate accepts, both accept, and
 * whatever it alone refuses is on a list.
 *
 * <p>The tokens are those that somebody thought of, and thousands of changes to valid ones. Seeds
 * are fixed; the counts are in {@code target/differential.txt}.
 */
class DifferentialTest {
  /** Changes of each kind in {@link Mutation}, fewer where an algorithm is slow. */
  private static final Map<String, Integer> SIGNED = signed();

  private static final int SOME = 20;
  private static final int RESIGNED = 5000;

  private final Tally tally = new Tally();

  @TempDir Path folder;

  @Test
  void acceptsOnlyWhatBothAcceptAndRefusesAloneOnlyForReasonsThatAreListed() throws Exception {
    for (Map.Entry<String, Integer> kind : SIGNED.entrySet()) {
      signed(kind.getKey(), kind.getValue());
    }
    encrypted("RSA-OAEP", TestKeys.rsa("encryption"), 2);
    encrypted("RSA-OAEP-256", TestKeys.rsa("encryption"), 1);
    encrypted("ECDH-ES", TestKeys.p256("p256"), 8);
    encrypted("ECDH-ES+A128KW", TestKeys.p256("p256"), 8);
    encrypted("ECDH-ES+A256KW", TestKeys.p256("p256"), 8);
    encrypted("ECDH-ES", TestKeys.x25519("x25519"), 8);
    Files.writeString(
        Path.of(System.getProperty("basedir", "."), "target/differential.txt"), tally.toString());

    assertThat(tally.acceptedAlone()).as("accepted by the gate alone").isEmpty();
    assertThat(tally.unlisted()).as("refused by the gate alone, for reasons not listed").isEmpty();
    assertThat(EnumSet.complementOf(EnumSet.copyOf(tally.refusedAlone().keySet())))
        .as("listed, and never seen")
        .isEmpty();
    assertThat(tally.inputs()).isGreaterThan(20_000);
    assertThat(tally.acceptedByAll()).isGreaterThan(1_000);
  }

  private void signed(String alg, int rounds) {
    Random random = new Random(alg.hashCode());
    Tokens valid = Tokens.valid(alg);
    String compact = valid.compact();
    try (Peers peers = Peers.signed(alg)) {
      // Reading is the same for all: each of the slow ones gets some of it.
      Stream<Tokens> read = HostileTokens.signed(alg);
      (alg.equals("HS256") ? read : read.filter(token -> random.nextInt(SOME) == 0))
          .forEach(token -> tally.ask(alg, peers, token.compact()));
      HostileTokens.forged(alg).forEach(token -> tally.ask(alg, peers, token));
      for (int round = 0; round < rounds; round++) {
        for (Mutation mutation : Mutation.values()) {
          tally.ask(alg, peers, mutation.apply(compact, random));
        }
      }
      if (alg.equals("HS256")) {
        resigned(valid, peers, random);
      }
    }
  }

  /** Header and claims changed, and signed as they are then. */
  private void resigned(Tokens valid, Peers peers, Random random) {
    byte[] header = Tokens.part(valid.compact(), 0);
    byte[] claims = Tokens.part(valid.claim("nbf", Tokens.NOW.getEpochSecond() - 1).compact(), 1);
    for (int round = 0; round < RESIGNED; round++) {
      tally.ask("HS256", peers, valid.header(Mutation.changed(header, random)).compact());
      tally.ask("HS256", peers, valid.payload(Mutation.changed(claims, random)).compact());
    }
  }

  private void encrypted(String alg, TestKey recipient, int rounds) throws IOException {
    Random random = new Random(alg.hashCode());
    String compact =
        EncryptedTokens.of(Tokens.valid().compact(), alg, "A128GCM", recipient).compact();
    try (Peers peers = Peers.encrypted(alg, recipient, folder)) {
      Stream<String> all = HostileTokens.encrypted(alg, recipient);
      (alg.equals("ECDH-ES+A256KW") ? all : all.filter(token -> random.nextInt(SOME) == 0))
          .forEach(token -> tally.ask(alg, peers, token));
      for (int round = 0; round < rounds; round++) {
        for (Mutation mutation : Mutation.values()) {
          tally.ask(alg, peers, mutation.apply(compact, random));
        }
      }
    }
  }

  private static Map<String, Integer> signed() {
    Map<String, Integer> rounds = new LinkedHashMap<>();
    rounds.put("HS256", 300);
    rounds.put("HS384", 40);
    rounds.put("HS512", 40);
    rounds.put("RS256", 60);
    rounds.put("RS384", 30);
    rounds.put("RS512", 30);
    rounds.put("PS256", 30);
    rounds.put("PS384", 30);
    rounds.put("PS512", 30);
    rounds.put("ES256", 15);
    rounds.put("ES384", 3);
    rounds.put("ES512", 2);
    rounds.put("EdDSA", 30);
    return rounds;
  }
}
