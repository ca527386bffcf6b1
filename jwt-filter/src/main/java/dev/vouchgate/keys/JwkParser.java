package dev.vouchgate.keys;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the public keys of a JSON Web Key or a set of them (RFC 7517 §4, §5). A key that cannot be
 * used never spoils the others: it is left out, and that is said.
 */
public final class JwkParser {
  private final KeyPolicy policy;
  private final KeyOrigin origin;

  /**
   * What was read.
   *
   * @param set the keys that can be used, at least one
   * @param skipped for each other key, which it is and why; those for encryption are no news and
   *     not among them
   */
  public record Parsed(JwkSet set, List<String> skipped) {

    /** Copies the list. */
    public Parsed {
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * Creates a parser.
   *
   * @param policy which keys are strong enough
   * @param origin who put the keys where they were found
   */
  public JwkParser(KeyPolicy policy, KeyOrigin origin) {
    this.policy = policy;
    this.origin = origin;
  }

  /**
   * Reads a document.
   *
   * @param json a JWK (it has {@code kty}) or a JWKS (it has {@code keys}), in UTF-8
   * @return its keys
   * @throws KeyFormatException if it is not strict JSON, neither of the two, or has no key that can
   *     be used; also if it is the operator's own and has a private key
   */
  public Parsed parse(byte[] json) throws KeyFormatException {
    List<VerificationKey> keys = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    List<String> forEncryption = new ArrayList<>();
    List<JwkMembers> entries = JwkDocument.entries(json);
    for (int i = 0; i < entries.size(); i++) {
      JwkMembers entry = entries.get(i);
      if (entry.isPrivate()) {
        skipped.add(refused(entry.label(i)));
        continue;
      }
      try {
        keys.add(PublicJwk.parse(entry, policy));
      } catch (KeyFormatException e) {
        (entry.isForEncryption() ? forEncryption : skipped)
            .add(entry.label(i) + ": " + e.getMessage());
      }
    }
    if (keys.isEmpty()) {
      skipped.addAll(forEncryption);
      throw new KeyFormatException("no key can be used; " + String.join("; ", skipped));
    }
    return new Parsed(new JwkSet(keys), skipped);
  }

  /** MicroProfile JWT 2.1 §4.2 wants a deployment to fail; a running one must not. */
  private String refused(String label) throws KeyFormatException {
    if (origin == KeyOrigin.CONFIGURED) {
      throw new KeyFormatException(
          "found a private key ("
              + label
              + ") where only public keys belong: keep kty, kid, alg"
              + " and the public members, remove d and all others of a private key");
    }
    return label
        + ": A PRIVATE KEY IS PUBLISHED. Whoever read it can sign tokens: the issuer must replace"
        + " this key at once. It is not accepted here";
  }
}
