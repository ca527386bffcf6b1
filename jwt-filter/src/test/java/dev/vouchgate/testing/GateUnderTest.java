package dev.vouchgate.testing;

import dev.vouchgate.config.Gate;
import dev.vouchgate.config.Settings;
import dev.vouchgate.config.SettingsSource;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeysFetched;
import dev.vouchgate.observe.TokenAccepted;
import dev.vouchgate.observe.TokenRejected;
import dev.vouchgate.observe.TokenUnjudged;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A gate to be: each call sets one setting. Its clock stands at {@link Tokens#NOW}, and it writes
 * down what it tells its listener.
 */
public final class GateUnderTest {
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<Object> events = Collections.synchronizedList(new ArrayList<>());
  private final MutableClock clock = new MutableClock();

  private GateUnderTest() {
    settings.put("mp.jwt.verify.issuer", Tokens.ISSUER);
  }

  /** For tokens of {@code Tokens.valid("HS256")}: fast, and needs no keys. */
  public static GateUnderTest withSecret() {
    byte[] secret = TestKeys.secret("secret").signing().getEncoded();
    return new GateUnderTest()
        .with("vouchgate.secret", Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** For tokens of {@code Tokens.valid()}, whose keys that server publishes. */
  public static GateUnderTest withKeysOf(StubJwksServer server) {
    return new GateUnderTest().with("mp.jwt.verify.publickey.location", server.jwks().toString());
  }

  /** For tokens of that issuer, whose keys are found through its metadata. */
  public static GateUnderTest ofIssuer(String issuer) {
    return new GateUnderTest().with("mp.jwt.verify.issuer", issuer);
  }

  /** The same with a setting. */
  public GateUnderTest with(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /** Its time. */
  public MutableClock clock() {
    return clock;
  }

  /** What it told so far of tokens and keys. */
  public List<Object> events() {
    return List.copyOf(events);
  }

  /** The gate; to be closed. */
  public Gate gate() {
    GateListener listener =
        new GateListener() {
          @Override
          public void accepted(TokenAccepted event) {
            events.add(event);
          }

          @Override
          public void rejected(TokenRejected event) {
            events.add(event);
          }

          @Override
          public void unavailable(TokenUnjudged event) {
            events.add(event);
          }

          @Override
          public void keysFetched(KeysFetched event) {
            events.add(event);
          }
        };
    return Gate.from(
        Settings.read(SettingsSource.of(settings), GateUnderTest.class.getClassLoader(), listener),
        clock);
  }
}
