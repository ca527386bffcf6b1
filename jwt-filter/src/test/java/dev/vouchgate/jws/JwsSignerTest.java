package dev.vouchgate.jws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import java.security.PrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JwsSignerTest {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "HS.*")
  void signsWhatIsVerified(JwsAlgorithm algorithm) throws Exception {
    TestKey key = TestKeys.of(algorithm.toString());
    String header = "{\"alg\":\"" + algorithm + "\"}";
    String compact =
        new JwsSigner(algorithm, (PrivateKey) key.signing())
            .sign(header.getBytes(UTF_8), "any bytes".getBytes(UTF_8));

    CompactJws token = CompactJws.parse(compact, 9999);
    assertThat(token.header().algorithm()).isEqualTo(algorithm.toString());
    assertThat(token.payload()).isEqualTo("any bytes".getBytes(UTF_8));
    assertThat(token.isSignedBy(algorithm, key.verification(), new SignatureVerifier())).isTrue();
  }

  @Test
  void cannotSignWithAKeyOfAnotherType() {
    JwsSigner signer =
        new JwsSigner(JwsAlgorithm.RS256, (PrivateKey) TestKeys.of("ES256").signing());

    assertThatThrownBy(() -> signer.sign(new byte[0], new byte[0]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The key cannot sign by RS256")
        .hasNoCause();
  }

  @Test
  void showsNothingOfItsKey() {
    assertThat(new JwsSigner(JwsAlgorithm.ES256, (PrivateKey) TestKeys.of("ES256").signing()))
        .hasToString("JwsSigner[ES256]");
  }
}
