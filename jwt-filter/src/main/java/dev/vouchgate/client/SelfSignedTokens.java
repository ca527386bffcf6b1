package dev.vouchgate.client;

import dev.vouchgate.issue.IssuedToken;
import dev.vouchgate.issue.TokenDraft;
import dev.vouchgate.issue.TokenIssuer;
import java.io.UncheckedIOException;

/**
 * Tokens that this service signs itself.
 *
 * @param issuer signs them
 * @param subject this service's name, {@code sub}
 * @param call whom they are for, and what they allow
 */
public record SelfSignedTokens(TokenIssuer issuer, String subject, CallPolicy call)
    implements TokenSource {

  @Override
  public IssuedToken fetch() throws TokenUnavailableException {
    TokenDraft draft = issuer.token(subject, call.audience());
    if (!call.roles().isEmpty()) {
      draft.roles(call.roles());
    }
    call.scope().ifPresent(scope -> draft.claim("scope", scope));
    try {
      return draft.issue();
    } catch (UncheckedIOException e) {
      throw new TokenUnavailableException(
          "no token for " + call.audience() + " can be signed: " + e.getMessage(), e);
    }
  }
}
