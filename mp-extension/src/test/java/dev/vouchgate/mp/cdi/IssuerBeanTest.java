package dev.vouchgate.mp.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.filter.Doors;
import dev.vouchgate.issue.TokenIssuer;
import dev.vouchgate.mp.testing.FakeContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.ServletContext;
import org.junit.jupiter.api.Test;

/** The issuer to be injected. */
class IssuerBeanTest {

  /** Asks for it when it is needed. */
  @ApplicationScoped
  static class Desk {
    @Inject Provider<TokenIssuer> issuer;

    TokenIssuer issuer() {
      return issuer.get();
    }
  }

  @Test
  void isTheApplicationsOwn() {
    try (Application application = Application.of(Desk.class)) {
      FakeContext issuing =
          new FakeContext().with("vouchgate.issue.issuer", "https://shop.example.com");
      start(application, issuing);

      TokenIssuer issuer = application.bean(Desk.class).issuer();
      assertThat(issuer.policy().issuer()).isEqualTo("https://shop.example.com");
      assertThat(issuer)
          .isSameAs(BearerAuthenticator.of(issuing.context).gate().issuer().orElseThrow());
      BearerAuthenticator.close(issuing.context);
    }
  }

  @Test
  void isThatOfTheApplicationWhoseRequestItIs() throws Exception {
    try (Application application = Application.of(Desk.class)) {
      application.context.with("vouchgate.issue.issuer", "https://one.example.com");
      start(application, new FakeContext().with("vouchgate.issue.issuer", "https://two.example"));

      assertThat(
              application
                  .during(application.anonymous(), application.bean(Desk.class)::issuer)
                  .policy()
                  .issuer())
          .isEqualTo("https://one.example.com");
      BearerAuthenticator.close(application.context.context);
    }
  }

  @Test
  void namesTheSettingThatIsMissing() {
    try (Application application = Application.of(Desk.class)) {
      start(application, new FakeContext());

      assertThatThrownBy(application.bean(Desk.class)::issuer)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("vouchgate.issue.issuer");
    }
  }

  private static void start(Application application, FakeContext context) {
    Doors.markGuarded(context.context);
    application
        .bean(BeanManager.class)
        .getEvent()
        .select(ServletContext.class, Initialized.Literal.APPLICATION)
        .fire(context.context);
  }
}
