package dev.vouchgate.mp.cdi;

import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.issue.TokenIssuer;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;

/** The application's own issuer as a bean: there for whoever asks once the application runs. */
final class IssuerBean {
  private IssuerBean() {}

  static Bean<TokenIssuer> of(MpJwtExtension extension) {
    return new PrioritizedBean<>(
        TokenIssuer.class,
        Dependent.class,
        Default.Literal.INSTANCE,
        context -> issuer(application(extension)));
  }

  /** By the request where there is one: the modules of an enterprise archive may share beans. */
  private static ServletContext application(MpJwtExtension extension) {
    return extension
        .caller()
        .request()
        .get()
        .map(HttpServletRequest::getServletContext)
        .orElseGet(extension::application);
  }

  private static TokenIssuer issuer(ServletContext application) {
    return BearerAuthenticator.of(application)
        .gate()
        .issuer()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "A TokenIssuer is asked for, and no tokens are issued here: expected"
                        + " vouchgate.issue.issuer to be set to the name that they are issued"
                        + " by."));
  }
}
