package dev.vouchgate.jws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.testing.Tokens;
import org.junit.jupiter.api.Test;

/** A token means the same whatever came before it. */
class TokenShapesTest {
  private static final int MAX_LENGTH = 16_384;

  private final TokenShapes shapes = new TokenShapes();

  @Test
  void giveTheHeaderAgainThatWasProven() throws Exception {
    CompactJws first = remembered(Tokens.valid());

    CompactJws second = parse(Tokens.valid().claim("sub", "another"));
    assertThat(second.header()).isSameAs(first.header());
    assertThat(second.claims().string("sub")).contains("another");
    assertThat(second.claims().asMap().keySet()).isEqualTo(first.claims().asMap().keySet());
  }

  @Test
  void doNotKnowTheHeaderOfATokenThatWasNot() throws Exception {
    CompactJws first = parse(Tokens.valid());

    assertThat(parse(Tokens.valid()).header()).isNotSameAs(first.header());
  }

  @Test
  void knowAHeaderByAllOfIt() throws Exception {
    remembered(Tokens.valid());
    for (String kid : new String[] {"rsb", "rs", "rsaa", "RSA"}) {
      assertThat(parse(Tokens.valid().header("kid", kid)).header().keyId()).contains(kid);
    }
    assertThat(parse(Tokens.valid().header("x", 1)).header().asMap()).containsKey("x");
  }

  @Test
  void holdSeveralHeaders() throws Exception {
    CompactJws one = remembered(Tokens.valid());
    CompactJws other = remembered(Tokens.valid("ES256"));

    assertThat(parse(Tokens.valid()).header()).isSameAs(one.header());
    assertThat(parse(Tokens.valid("ES256")).header()).isSameAs(other.header());
  }

  @Test
  void learnClaimsThatCameLater() throws Exception {
    remembered(Tokens.valid());
    remembered(Tokens.valid().claim("late", 1));

    String name = nameOf(parse(Tokens.valid().claim("late", 2)));
    assertThat(nameOf(parse(Tokens.valid().claim("late", 3)))).isSameAs(name);
  }

  @Test
  void holdNoHeaderOfMoreThanAKilobyte() throws Exception {
    Tokens huge = Tokens.valid().header("x5c", "x".repeat(1024));
    CompactJws first = remembered(huge);

    assertThat(parse(huge).header()).isNotSameAs(first.header());
  }

  @Test
  void spareNoPartOfATokenItsDecoding() throws Exception {
    String compact = Tokens.valid().compact();
    remembered(Tokens.valid());

    assertThatThrownBy(() -> CompactJws.parse(compact + "=", MAX_LENGTH, shapes))
        .isInstanceOf(MalformedTokenException.class);
    assertThatThrownBy(
            () -> CompactJws.parse(compact.replaceFirst("\\.", ".="), MAX_LENGTH, shapes))
        .isInstanceOf(MalformedTokenException.class);
    assertThatThrownBy(() -> parse(Tokens.valid().payload("{")).claims())
        .isInstanceOf(MalformedTokenException.class);
  }

  private CompactJws remembered(Tokens token) throws Exception {
    CompactJws parsed = parse(token);
    shapes.remember(parsed, parsed.claims());
    return parsed;
  }

  private CompactJws parse(Tokens token) throws Exception {
    return CompactJws.parse(token.compact(), MAX_LENGTH, shapes);
  }

  private static String nameOf(CompactJws token) throws Exception {
    return token.claims().asMap().keySet().stream()
        .filter("late"::equals)
        .findFirst()
        .orElseThrow();
  }
}
