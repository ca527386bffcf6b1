package dev.vouchgate.verify;

import dev.vouchgate.jwe.CompactJwe;
import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.jwe.JweDecrypter;
import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.jws.MalformedTokenException;
import dev.vouchgate.keys.DecryptionKeys;
import dev.vouchgate.verify.Rejection.CriticalHeader;
import dev.vouchgate.verify.Rejection.DisallowedAlgorithm;
import dev.vouchgate.verify.Rejection.MalformedToken;
import dev.vouchgate.verify.Rejection.Undecryptable;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Opens encrypted tokens, each of which must hold a signed one (MicroProfile JWT 2.1, "Encrypted
 * JWT claims and nested tokens").
 */
public final class TokenDecryption {
  private final Set<JweAlgorithm> algorithms;
  private final Supplier<DecryptionKeys> keys;
  private final JweDecrypter decrypter = new JweDecrypter();

  /**
   * Creates a decryption.
   *
   * @param algorithms the key management algorithms that are allowed
   * @param keys the private keys, asked for at each token: they may change
   */
  public TokenDecryption(Set<JweAlgorithm> algorithms, Supplier<DecryptionKeys> keys) {
    this.algorithms = Set.copyOf(algorithms);
    this.keys = keys;
  }

  /**
   * Opens a token.
   *
   * @param compact the encrypted token
   * @param maxLength characters, at most
   * @return the signed token inside, not yet looked at
   * @throws RejectedException if it cannot be opened, or says that something else is inside
   */
  String open(String compact, int maxLength) throws RejectedException, MalformedTokenException {
    CompactJwe token = CompactJwe.parse(compact, maxLength);
    JoseHeader header = token.header();
    JweAlgorithm algorithm = allowed(token);
    if (!header.critical().isEmpty()) {
      throw new RejectedException(new CriticalHeader(header.critical()));
    }
    if (!header.contentType().filter("JWT"::equalsIgnoreCase).isPresent()) {
      throw new RejectedException(
          new MalformedToken("cty of an encrypted token must be JWT: a signed token inside"));
    }
    PrivateKey key = keys.get().select(header).orElseThrow(() -> undecryptable(header));
    byte[] content =
        decrypter.decrypt(token, algorithm, key).orElseThrow(() -> undecryptable(header));
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  private JweAlgorithm allowed(CompactJwe token) throws RejectedException {
    return token
        .algorithm()
        .filter(algorithms::contains)
        .orElseThrow(
            () ->
                new RejectedException(
                    new DisallowedAlgorithm(
                        token.header().algorithm(),
                        algorithms.stream()
                            .map(JweAlgorithm::toString)
                            .collect(Collectors.toSet()))));
  }

  private static RejectedException undecryptable(JoseHeader header) {
    return new RejectedException(new Undecryptable(header.keyId()));
  }
}
