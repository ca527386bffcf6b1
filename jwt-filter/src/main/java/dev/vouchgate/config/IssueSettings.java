package dev.vouchgate.config;

import dev.vouchgate.config.setting.IssueSetting;
import dev.vouchgate.issue.IssuePolicy;
import dev.vouchgate.issue.SigningKeyRing;
import dev.vouchgate.issue.TokenIssuer;
import dev.vouchgate.jwe.JweEncrypter;
import dev.vouchgate.verify.RoleMapping;
import dev.vouchgate.verify.VerificationPolicy;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How this application issues tokens.
 *
 * @param policy what all its tokens have in common
 * @param ring makes its keys, or reads them where they are kept
 * @param baseUrl of the application's root, without a slash at its end; empty if nothing says so
 * @param recipient whom its tokens are encrypted for; empty if they are only signed
 * @param trust on which terms its own tokens are accepted; empty if they are not
 */
record IssueSettings(
    IssuePolicy policy,
    Function<InstantSource, SigningKeyRing> ring,
    Optional<URI> baseUrl,
    Optional<JweEncrypter> recipient,
    Optional<Trust> trust) {

  /**
   * What own tokens must satisfy, and what they give.
   *
   * @param policy header and claim rules
   * @param roles how roles are read
   */
  record Trust(VerificationPolicy policy, RoleMapping roles) {}

  /**
   * Opens the ring.
   *
   * @throws SettingsException if it cannot be read or written
   */
  SigningKeyRing open(InstantSource clock) {
    try {
      return ring.apply(clock);
    } catch (UncheckedIOException e) {
      String reason = e.getCause() == null ? e.toString() : e.getCause().getMessage();
      throw new SettingsException(List.of(IssueSetting.KEYS_FOLDER.text() + ": " + reason), e);
    }
  }

  /** Signs tokens with the keys of that ring, and encrypts them if they are to be. */
  TokenIssuer issuer(SigningKeyRing keys, InstantSource clock) {
    TokenIssuer plain = new TokenIssuer(policy, keys, clock);
    return recipient.map(plain::encryptingFor).orElse(plain);
  }

  Optional<String> trustedName() {
    return trust.map(terms -> policy.issuer());
  }
}
