package dev.vouchgate.it.bench.contender;

import dev.vouchgate.it.bench.token.Claims;
import dev.vouchgate.it.bench.token.Trust;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * That a contender does what is measured: accepts the good token, and refuses each that differs
 * from it in one thing.
 *
 * @param contender its name
 * @param verification how it is set up
 * @param trust what it is to trust
 */
record Proof(String contender, Verification verification, Trust trust) {

  /**
   * Tries it.
   *
   * @param signatureAlone whether it need not look at anything else
   * @throws IllegalStateException if it fails
   */
  void check(boolean signatureAlone) throws Exception {
    Claims claims = Claims.typical();
    String good = trust.sign(claims);
    String subject = verification.verify(good);
    if (!signatureAlone && !subject.equals(Claims.SUBJECT)) {
      throw new IllegalStateException(contender + " has read the subject " + subject);
    }
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("with a changed signature", Trust.tampered(good));
    if (!signatureAlone) {
      bad.put("that has expired", trust.sign(claims.expired()));
      bad.put("of another issuer", trust.sign(claims.issuedBy(Claims.ISSUER + "2")));
      bad.put("for another audience", trust.sign(claims.meantFor(Claims.AUDIENCE + "2")));
    }
    if (!signatureAlone && !trust.algorithm().isSecret()) {
      bad.put("of an unknown key", trust.signUnderUnknownName(claims));
    }
    for (Map.Entry<String, String> token : bad.entrySet()) {
      if (accepts(token.getValue())) {
        throw new IllegalStateException(contender + " accepts a token " + token.getKey());
      }
    }
  }

  private boolean accepts(String compact) {
    try {
      verification.verify(compact);
      return true;
    } catch (Exception e) {
      return false;
    }
  }
}
