package dev.vouchgate.differential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.vouchgate.jws.ClaimsSet;
import dev.vouchgate.jws.MalformedTokenException;
import java.util.Map;
import java.util.Random;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.Test;

/** What the gate reads in claims, the others read too. Seeds are fixed. */
class MutatedClaimsTest {
  @Test
  void readsClaimsAsTheOthersDo() throws Exception {
    Random random = new Random(7519);
    // A short number: Nimbus cannot hold one beyond a double, which is no difference in reading.
    byte[] payload = "{\"iss\":\"i\",\"exp\":13,\"sub\":\"s\\u0041\"}".getBytes(UTF_8);
    int read = 0;
    for (int round = 0; round < 5000; round++) {
      byte[] json = Mutation.changed(payload, random);
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
}
