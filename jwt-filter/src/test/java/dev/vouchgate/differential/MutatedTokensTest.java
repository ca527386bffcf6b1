package dev.vouchgate.differential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.jws.CompactJws;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.MalformedTokenException;
import dev.vouchgate.jws.SignatureVerifier;
import dev.vouchgate.testing.JoseLibrary;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.security.Key;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of changes to valid tokens: whatever this gate accepts, the other libraries accept too.
 *
 * <p>Not the other way round: they read more leniently, which is no fault here. Seeds are fixed,
 * and a failure shows the token.
 */
class MutatedTokensTest {
  private static final int MAX_LENGTH = 16_384;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"RS256", "PS256", "ES256", "ES384", "ES512", "EdDSA", "HS256", "HS512"})
  void acceptsNothingThatTheOthersRefuse(String alg) {
    Random random = new Random(alg.hashCode());
    Key key = TestKeys.of(alg).verification();
    String valid = Tokens.valid(alg).compact();
    int accepted = 0;
    for (int round = 0; round < 40; round++) {
      for (Mutation mutation : Mutation.values()) {
        String token = mutation.apply(valid, random);
        if (accepts(token, alg, key)) {
          accepted++;
          assertOthersAccept(token, alg, key);
        }
      }
    }
    assertThat(accepted).as("at the least what was not changed").isBetween(40, 80);
  }

  @Test
  void readsNoSignedHeaderThatTheOthersCannotRead() {
    Random random = new Random(7515);
    Key key = TestKeys.of("HS256").verification();
    byte[] header = Tokens.part(Tokens.valid("HS256").compact(), 0);
    int accepted = 0;
    for (int round = 0; round < 2000; round++) {
      String token = Tokens.valid("HS256").header(changed(header, random)).compact();
      if (accepts(token, "HS256", key)) {
        accepted++;
        assertOthersAccept(token, "HS256", key);
      }
    }
    assertThat(accepted).isGreaterThan(100);
  }

  @Test
  void readsClaimsAsTheOthersDo() throws Exception {
    Random random = new Random(7519);
    // A short number: Nimbus cannot hold one beyond a double, which is no difference in reading.
    byte[] payload = "{\"iss\":\"i\",\"exp\":13,\"sub\":\"s\\u0041\"}".getBytes(UTF_8);
    int read = 0;
    for (int round = 0; round < 5000; round++) {
      byte[] json = changed(payload, random);
      ClaimsSet claims;
      try {
        claims = ClaimsSet.parse(json);
      } catch (MalformedTokenException e) {
        continue;
      }
      read++;
      String text = new String(json, UTF_8);
      Map<String, Object> nimbus = JSONObjectUtils.parse(text);
      Map<String, Object> jose4j = JsonUtil.parseJson(text);
      for (String name : new String[] {"iss", "sub"}) {
        Object value = claims.asMap().get(name);
        assertThat(nimbus.get(name)).as(text).isEqualTo(value);
        assertThat(jose4j.get(name)).as(text).isEqualTo(value);
      }
    }
    assertThat(read).isGreaterThan(200);
  }

  /** One byte replaced, put in or left out. */
  private static byte[] changed(byte[] json, Random random) {
    int index = random.nextInt(json.length);
    byte stranger =
        random.nextInt(4) == 0 ? (byte) random.nextInt() : (byte) (32 + random.nextInt(95));
    byte[] changed;
    switch (random.nextInt(3)) {
      case 0 -> {
        changed = json.clone();
        changed[index] = stranger;
      }
      case 1 -> {
        changed = Arrays.copyOf(json, json.length + 1);
        System.arraycopy(json, index, changed, index + 1, json.length - index);
        changed[index] = stranger;
      }
      default -> {
        changed = Arrays.copyOf(json, json.length - 1);
        System.arraycopy(json, index + 1, changed, index, json.length - index - 1);
      }
    }
    return changed;
  }

  private static boolean accepts(String token, String alg, Key key) {
    try {
      CompactJws jws = CompactJws.parse(token, MAX_LENGTH);
      JwsAlgorithm algorithm = JwsAlgorithm.named(alg).orElseThrow();
      return jws.header().algorithm().equals(alg)
          && jws.isSignedBy(algorithm, key, new SignatureVerifier());
    } catch (MalformedTokenException e) {
      return false;
    }
  }

  private static void assertOthersAccept(String token, String alg, Key key) {
    for (JoseLibrary library : JoseLibrary.values()) {
      if (library.supports(alg)) {
        assertThat(library.accepts(token, alg, key)).as("%s accepts %s", library, token).isTrue();
      }
    }
  }
}
