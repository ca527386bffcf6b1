package dev.vouchgate.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.testing.Together;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import dev.vouchgate.verify.Rejection.InvalidProof;
import dev.vouchgate.verify.Rejection.ReplayedProof;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayMemoryTest {
  private final ReplayMemory memory = new ReplayMemory(3);

  @Test
  void remembersAProofAsLongAsItCouldCount() {
    assertThat(see(1, 100)).isEmpty();
    assertThat(see(1, 100)).contains(new ReplayedProof());
    assertThat(see(2, 100)).isEmpty();
    assertThat(seeAt(1, 100, 100)).contains(new ReplayedProof());
  }

  @Test
  void forgetsWhatIsRefusedAnyway() {
    assertThat(see(1, 100)).isEmpty();
    assertThat(see(2, 100)).isEmpty();
    assertThat(see(3, 101)).isEmpty();
    assertThat(seeAt(4, 101, 101)).isEmpty();
    assertThat(seeAt(5, 101, 101)).isEmpty();
    assertThat(seeAt(3, 101, 101)).contains(new ReplayedProof());
  }

  @Test
  void refusesWhateverIsAsOldAsWhatItHadToForget() {
    assertThat(see(1, 100)).isEmpty();
    assertThat(see(2, 100)).isEmpty();
    assertThat(see(3, 102)).isEmpty();
    assertThat(see(4, 103)).isEmpty();
    InvalidProof full =
        new InvalidProof("iat 100; there were more proofs since than vouchgate.dpop.max-proofs");
    assertThat(see(1, 100)).contains(full);
    assertThat(see(5, 100)).contains(full);
    assertThat(see(5, 101)).isEmpty();
    assertThat(see(3, 102)).contains(new ReplayedProof());
  }

  @Test
  void acceptsNoMoreOfASecondThanItCanHold() {
    assertThat(see(1, 100)).isEmpty();
    assertThat(see(2, 100)).isEmpty();
    assertThat(see(3, 100)).isEmpty();
    assertThat(see(4, 100)).isEmpty();
    for (int proof = 1; proof < 6; proof++) {
      assertThat(see(proof, 100).orElseThrow()).isInstanceOf(InvalidProof.class);
    }
    assertThat(see(1, 101)).isEmpty();
  }

  @Test
  void letsOneOfManyThreadsWin() throws Exception {
    ReplayMemory shared = new ReplayMemory(1000);
    for (int round = 0; round < 50; round++) {
      int proof = round;
      List<Optional<Rejection>> seen = Together.call(4, () -> see(shared, proof, 100, 40));
      assertThat(seen).filteredOn(Optional::isEmpty).hasSize(1);
    }
  }

  private Optional<Rejection> see(int proof, long iat) {
    return seeAt(proof, iat, 40);
  }

  private Optional<Rejection> seeAt(int proof, long iat, long oldest) {
    return see(memory, proof, iat, oldest);
  }

  private static Optional<Rejection> see(ReplayMemory memory, int proof, long iat, long oldest) {
    byte[] hash = ByteBuffer.allocate(32).putInt(12, proof).array();
    return Optional.ofNullable(
            catchThrowableOfType(RejectedException.class, () -> memory.remember(hash, iat, oldest)))
        .map(RejectedException::rejection);
  }
}
