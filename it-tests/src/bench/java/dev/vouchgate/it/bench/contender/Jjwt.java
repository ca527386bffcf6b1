package dev.vouchgate.it.bench.contender;

import dev.vouchgate.it.bench.token.Claims;
import dev.vouchgate.it.bench.token.Trust;
import io.jsonwebtoken.Header;
import io.jsonwebtoken.JwsHeader;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.JwtParserBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.LocatorAdapter;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.Keys;
import java.security.Key;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JJWT: one parser for all tokens, which asks a locator for keys. */
final class Jjwt {

  private Jjwt() {}

  static Verification of(Trust trust) {
    JwtParserBuilder builder =
        Jwts.parser().requireIssuer(Claims.ISSUER).requireAudience(Claims.AUDIENCE);
    if (trust.algorithm().isSecret()) {
      builder.verifyWith(Keys.hmacShaKeyFor(trust.secret()));
    } else {
      builder.keyLocator(new KnownKeys(trust));
    }
    JwtParser parser = builder.build();
    return compact -> parser.parseSignedClaims(compact).getPayload().getSubject();
  }

  /** Keys by {@code kid}. */
  private static final class KnownKeys extends LocatorAdapter<Key> {
    private final Map<String, Key> byId = new HashMap<>();

    KnownKeys(Trust trust) {
      for (Jwk<?> jwk : Jwks.setParser().build().parse(trust.jwks()).getKeys()) {
        byId.put(jwk.getId(), jwk.toKey());
      }
    }

    @Override
    protected @Nullable Key locate(JwsHeader header) {
      return byId.get(header.getKeyId());
    }

    @Override
    protected @Nullable Key doLocate(Header header) {
      return null;
    }
  }
}
