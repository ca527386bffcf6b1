package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A verifier without an audience takes a token that was meant for another service. */
class MissingAudienceTest {
  private final Logger log = Logger.getLogger("dev.vouchgate");
  private final List<String> warnings = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord logged) {
          if (String.valueOf(logged.getMessage()).contains("for another service")) {
            warnings.add(logged.getLevel() + " " + List.of(logged.getParameters()));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    log.addHandler(handler);
  }

  @AfterEach
  void listenNoMore() {
    log.removeHandler(handler);
  }

  @Test
  void isWarnedOf() {
    issuerOnly().read();

    assertThat(warnings).containsExactly("WARNING [mp.jwt.verify.audiences]");
  }

  @Test
  void isWarnedOfForEachIssuerThatHasNone() {
    issuerOnly()
        .without("mp.jwt.verify.issuer")
        .with("vouchgate.issuers", "shop,partner")
        .with("vouchgate.issuer.shop.issuer", "https://shop.example.com")
        .with("vouchgate.issuer.shop.audiences", "orders")
        .with("vouchgate.issuer.partner.issuer", "https://partner.example.com")
        .read();

    assertThat(warnings).containsExactly("WARNING [vouchgate.issuer.partner.audiences]");
  }

  @Test
  void isWarnedOfWhereOnlyOurselvesAreTrusted() {
    SettingsUnderTest issuing =
        issuerOnly()
            .without("mp.jwt.verify.issuer")
            .with("vouchgate.issue.issuer", "https://shop.example.com");
    issuing.with("vouchgate.issue.trust", "false").read();
    assertThat(warnings).isEmpty();

    issuing.read();
    assertThat(warnings).containsExactly("WARNING [mp.jwt.verify.audiences]");
  }

  @Test
  void isNoneWhereOneIsSetOrNothingIs() {
    issuerOnly().with("mp.jwt.verify.audiences", "orders").read();
    issuerOnly().without("mp.jwt.verify.issuer").read();

    assertThat(warnings).isEmpty();
  }
}
