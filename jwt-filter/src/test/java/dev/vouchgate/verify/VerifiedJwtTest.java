package dev.vouchgate.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a proof tells, and how it comes by roles that its token does not give. */
class VerifiedJwtTest {

  @Test
  void tellsAllThatWasProven() throws Exception {
    String compact = Tokens.valid().compact();
    VerifiedJwt proof = proof(compact);

    assertThat(proof.compact()).isEqualTo(compact);
    assertThat(proof.header().algorithm()).isEqualTo("RS256");
    assertThat(proof.claims().string("iss")).contains(Tokens.ISSUER);
    assertThat(proof.callerName()).isEqualTo("jdoe@example.com");
    assertThat(proof.roles()).containsExactly("user");
    assertThat(proof).hasToString("VerifiedJwt[jdoe@example.com, roles=[user]]");
  }

  @Test
  void keepsAllButItsRolesWhenItIsGivenMore() throws Exception {
    VerifiedJwt proof = proof(Tokens.valid().compact());
    VerifiedJwt more = proof.withRoles(Set.of("admin"));

    assertThat(more.roles()).containsExactly("user", "admin");
    assertThat(proof.roles()).containsExactly("user");
    assertThat(more.compact()).isEqualTo(proof.compact());
    assertThat(more.callerName()).isEqualTo(proof.callerName());
    assertThat(more.claims()).isSameAs(proof.claims());
    assertThat(more.header()).isSameAs(proof.header());
    assertThatThrownBy(() -> more.roles().add("x"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void staysTheSameWhenItHasTheRolesAlready() throws Exception {
    VerifiedJwt proof = proof(Tokens.valid().compact());

    assertThat(proof.withRoles(Set.of("user"))).isSameAs(proof);
    assertThat(proof.withRoles(Set.of())).isSameAs(proof);
  }

  private static VerifiedJwt proof(String compact) throws RejectedException {
    return VerifierUnderTest.of(TestKeys.rsa("rsa")).verify(compact);
  }
}
