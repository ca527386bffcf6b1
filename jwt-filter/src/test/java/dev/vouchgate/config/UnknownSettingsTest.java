package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that look like settings and are none. */
class UnknownSettingsTest {

  @ParameterizedTest(name = "{0} may mean {1}")
  @CsvSource({
    "mp.jwt.verify.audience, mp.jwt.verify.audiences",
    "mp.jwt.verify.isuer, mp.jwt.verify.issuer",
    "mp.jwt.issuer, mp.jwt.verify.issuer",
    "mp.jwt.verify.public.key, mp.jwt.verify.publickey",
    "mp.jwt.verify.publickey.loction, mp.jwt.verify.publickey.location",
    "mp.jwt.decrypt.key.locaton, mp.jwt.decrypt.key.location",
    "mp.jwt.token.cookies, mp.jwt.token.cookie",
    "mp.jwt.verify.clockskew, mp.jwt.verify.clock.skew"
  })
  void areWarnedOfWithTheSettingThatMayBeMeant(String name, String meant) {
    assertThat(UnknownSettings.warnings(Set.of(name)))
        .containsExactly(
            name
                + " is set and heeded by nobody here, for there is no such setting; perhaps "
                + meant
                + " is meant");
  }

  @Test
  void areNotThoseThatThereAreNorThoseOfOthers() {
    assertThat(
            UnknownSettings.warnings(
                Set.of("mp.jwt.verify.issuer", "mp.jwt.token.header", "mp.jwtx", "smallrye.jwt.x")))
        .isEmpty();
  }

  @Test
  void stopNothingAndAreLogged() {
    List<String> lines = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord logged) {
            lines.add(logged.getLevel() + " " + logged.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger log = Logger.getLogger("dev.vouchgate");
    log.addHandler(handler);
    try {
      assertThat(
              issuerOnly()
                  .with("vouchgate.crypto.provider", "jdk")
                  .with("mp.jwt.verify.audiences", "shop")
                  .with("mp.jwt.verify.audience", "shop")
                  .problems())
          .isEmpty();
    } finally {
      log.removeHandler(handler);
    }
    assertThat(lines).singleElement().asString().startsWith("WARNING mp.jwt.verify.audience is");
  }
}
