package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static dev.vouchgate.config.SettingsUnderTest.withSecret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeySetState;
import dev.vouchgate.observe.TokenAccepted;
import dev.vouchgate.observe.TokenRejected;
import dev.vouchgate.testing.KeyTexts;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who hears what a gate does, and how its keys can be watched. */
class GateListeningTest {
  private static final String TOKEN = Tokens.valid("HS256").compact();

  private final MutableClock clock = new MutableClock();

  /** Found as a service. */
  public static final class Service implements GateListener {
    static final List<TokenAccepted> HEARD = new CopyOnWriteArrayList<>();

    @Override
    public void accepted(TokenAccepted event) {
      HEARD.add(event);
    }
  }

  @BeforeEach
  void forget() {
    Service.HEARD.clear();
  }

  @Test
  void listenerThatThrowsHarmsNoRequest() throws RejectedException {
    GateListener broken =
        new GateListener() {
          @Override
          public void accepted(TokenAccepted event) {
            throw new IllegalStateException("a listener's fault");
          }

          @Override
          public void rejected(TokenRejected event) {
            throw new IllegalStateException("a listener's fault");
          }
        };
    Settings settings = Settings.read(withSecret().source(), getClass().getClassLoader(), broken);
    try (Gate gate = Gate.from(settings, clock)) {
      assertThat(gate.verify(TOKEN).callerName()).isEqualTo("jdoe@example.com");
      assertThat(catchThrowableOfType(RejectedException.class, () -> gate.verify("no token")))
          .extracting(RejectedException::rejection)
          .isInstanceOf(Rejection.MalformedToken.class);
    }
  }

  @Test
  void tellsListenersThatAreServicesOfTheApplication(@TempDir Path folder) throws Exception {
    Path services = folder.resolve("services");
    Files.writeString(services, Service.class.getName());
    ClassLoader loader =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals("META-INF/services/" + GateListener.class.getName())
                ? Collections.enumeration(List.of(services.toUri().toURL()))
                : super.getResources(name);
          }
        };
    try (Gate gate = Gate.from(Settings.read(withSecret().source(), loader), clock)) {
      gate.verify(TOKEN);
    }
    assertThat(Service.HEARD).containsExactly(new TokenAccepted(Tokens.ISSUER, "jdoe@example.com"));
  }

  @Test
  void showsKeysThatAreFetched() throws RejectedException {
    try (StubJwksServer server = new StubJwksServer()) {
      server.serve(KeyTexts.jwks(TestKeys.rsa("rsa")));
      String location = server.jwks().toString();
      SettingsUnderTest settings = issuerOnly().with("mp.jwt.verify.publickey.location", location);
      try (Gate gate = Gate.from(settings.read(), clock)) {
        gate.verify(Tokens.valid().compact());
        clock.advance(Duration.ofSeconds(7));
        assertThat(gate.keySets())
            .containsExactly(
                new KeySetState(
                    location,
                    true,
                    Optional.of(Duration.ofSeconds(7)),
                    List.of("rsa"),
                    Optional.empty()));
      }
    }
  }
}
