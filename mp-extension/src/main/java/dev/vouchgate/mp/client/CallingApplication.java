package dev.vouchgate.mp.client;

import dev.vouchgate.client.OutboundTokens;
import dev.vouchgate.filter.BearerAuthenticator;
import dev.vouchgate.mp.cdi.MpJwtExtension;
import dev.vouchgate.verify.VerifiedJwt;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The application whose code calls other services. */
final class CallingApplication {
  private final MpJwtExtension extension;
  private volatile @Nullable OutboundTokens tokens;

  private CallingApplication(MpJwtExtension extension) {
    this.extension = extension;
  }

  /**
   * That of this thread. What it calls with is asked for at the first request: clients may be made
   * before it is there.
   *
   * @throws IllegalStateException if there is none, or it has no CDI
   */
  static CallingApplication current() {
    return new CallingApplication(CDI.current().select(MpJwtExtension.class).get());
  }

  OutboundTokens tokens() {
    OutboundTokens known = tokens;
    if (known == null) {
      known =
          BearerAuthenticator.of(
                  extension
                      .caller()
                      .request()
                      .get()
                      .map(HttpServletRequest::getServletContext)
                      .orElseGet(extension::application))
              .gate()
              .calls();
      tokens = known;
    }
    return known;
  }

  Optional<VerifiedJwt> caller() {
    return extension.caller().proof();
  }
}
