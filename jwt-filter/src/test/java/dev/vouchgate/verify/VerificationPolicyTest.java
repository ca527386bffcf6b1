package dev.vouchgate.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.jws.JwsAlgorithm;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerificationPolicyTest {

  @Test
  void mustAllowAnAlgorithm() {
    assertThatThrownBy(() -> policy(EnumSet.noneOf(JwsAlgorithm.class), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least one algorithm");
  }

  @Test
  void namesAlgorithmsAsTheyAreRegistered() {
    assertThat(
            policy(EnumSet.of(JwsAlgorithm.EDDSA, JwsAlgorithm.PS256), Set.of()).algorithmNames())
        .containsExactlyInAnyOrder("EdDSA", "PS256");
  }

  @Test
  void takesATypeInShortAndInLongFormForTheSame() {
    VerificationPolicy policy =
        policy(EnumSet.of(JwsAlgorithm.RS256), Set.of("application/at+JWT", "JWT"));

    assertThat(policy.types()).containsExactlyInAnyOrder("at+jwt", "jwt");
    assertThat(policy.acceptsType("AT+jwt")).isTrue();
    assertThat(policy.acceptsType("Application/AT+JWT")).isTrue();
    assertThat(policy.acceptsType("x-at+jwt")).isFalse();
    assertThat(policy.acceptsType("")).isFalse();
  }

  @Test
  void acceptsNoTypeIfItNamesNone() {
    assertThat(policy(EnumSet.of(JwsAlgorithm.RS256), Set.of()).acceptsType("JWT")).isFalse();
  }

  @Test
  void keepsWhatItWasGiven() {
    Set<JwsAlgorithm> algorithms = EnumSet.of(JwsAlgorithm.RS256);
    Set<String> types = new HashSet<>(Set.of("JWT"));
    List<ClaimRule> rules = new ArrayList<>();
    VerificationPolicy policy = new VerificationPolicy(algorithms, types, rules);
    algorithms.add(JwsAlgorithm.HS256);
    types.add("logout+jwt");
    rules.add(ClaimRules.issuer("x"));

    assertThat(policy.allows(JwsAlgorithm.HS256)).isFalse();
    assertThat(policy.acceptsType("logout+jwt")).isFalse();
    assertThat(policy.rules()).isEmpty();
  }

  private static VerificationPolicy policy(Set<JwsAlgorithm> algorithms, Set<String> types) {
    return new VerificationPolicy(algorithms, types, List.of());
  }
}
