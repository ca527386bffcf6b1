package dev.vouchgate.it.bench.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

  @ParameterizedTest
  @ValueSource(ints = {320, 700, 900, 1500, 3000, 6000})
  void areAsLongAsTheyAreToBe(int bytes) throws Exception {
    String json = Claims.typical().ofBytes(bytes).json();

    assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSize(bytes);
    assertThat(JwtClaims.parse(json).getSubject()).isEqualTo(Claims.SUBJECT);
  }

  @Test
  void differFromCallerToCallerButNotInLength() {
    Claims claims = Claims.typical();

    assertThat(claims.ofCaller(1).json())
        .isNotEqualTo(claims.ofCaller(999_999).json())
        .hasSameSizeAs(claims.ofCaller(999_999).json());
  }

  @Test
  void typicalOnesHave900Bytes() {
    assertThat(Claims.typical().json().getBytes(StandardCharsets.UTF_8)).hasSize(900);
  }

  @Test
  void cannotBeShorterThanTheirMembers() {
    Claims claims = Claims.typical().ofBytes(100);

    assertThatThrownBy(claims::json).hasMessageEndingWith("bytes too many.");
  }

  @Test
  void haveAsManyRolesAsTheyAreToHave() throws Exception {
    String json = Claims.typical().withRoles(200).json();

    assertThat(JwtClaims.parse(json).flattenClaims().get("realm_access.roles"))
        .hasSize(200)
        .startsWith("role-1000")
        .endsWith("role-1199");
  }
}
