package dev.vouchgate.it.bench.contender;

import dev.vouchgate.it.bench.token.Algorithm;
import dev.vouchgate.it.bench.token.Trust;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.EnumSet;
import java.util.Set;

/** Who is measured, and what of it there is to measure. */
@SuppressWarnings("ImmutableEnumChecker") // its collections are never changed
public enum Contender {
  PRIMITIVE("the primitive alone", Kind.FLOOR, "", Primitive.class, Primitive::new),
  VOUCHGATE("Vouchgate", Kind.OURS, "", Vouchgate.class, Vouchgate::ofTheJdk),
  VOUCHGATE_NATIVE(
      "Vouchgate, native provider",
      Kind.OURS,
      "its MACs are the JDK's, for a provider is used for signatures and keys alone",
      Vouchgate.class,
      Vouchgate::nativeOne,
      EnumSet.of(Algorithm.HS256)),
  VOUCHGATE_REPEATED(
      "Vouchgate, a token seen before", Kind.REPEATED, "", Vouchgate.class, Vouchgate::remembering),
  NIMBUS(
      "Nimbus JOSE + JWT",
      Kind.PEER,
      "its processor has no EdDSA but with another library, Tink",
      com.nimbusds.jwt.proc.DefaultJWTProcessor.class,
      Nimbus::of,
      EnumSet.of(Algorithm.EDDSA)),
  JOSE4J("jose4j", Kind.PEER, "", org.jose4j.jwt.consumer.JwtConsumer.class, Jose4j::of),
  SMALLRYE(
      "SmallRye JWT",
      Kind.PEER,
      "",
      io.smallrye.jwt.auth.principal.DefaultJWTParser.class,
      SmallRye::of),
  JAVA_JWT(
      "Auth0 java-jwt",
      Kind.PEER,
      "it has no EdDSA",
      com.auth0.jwt.JWTVerifier.class,
      JavaJwt::of,
      EnumSet.of(Algorithm.EDDSA)),
  JJWT("JJWT", Kind.PEER, "", io.jsonwebtoken.impl.DefaultJwtParser.class, Jjwt::of),
  FUSIONAUTH(
      "FusionAuth JWT",
      Kind.PEER,
      "it knows EdDSA only by its newer name, Ed25519 (RFC 9864), which few issuers use",
      io.fusionauth.jwt.JWTDecoder.class,
      FusionAuth::of,
      EnumSet.of(Algorithm.EDDSA)),
  VERTX("Vert.x JWT", Kind.PEER, "", io.vertx.ext.auth.jwt.JWTAuth.class, VertxAuth::new);

  /** What it is measured for. */
  public enum Kind {
    FLOOR,
    OURS,
    /** Ours, with nothing to verify but whether the proof still stands. */
    REPEATED,
    PEER
  }

  /** How somebody is set up. */
  @FunctionalInterface
  private interface SetUp {
    Verification of(Trust trust) throws Exception;
  }

  private final String title;
  private final Kind kind;
  private final String lack;
  private final Class<?> entry;
  private final SetUp setUp;
  private final Set<Algorithm> lacked;

  Contender(String title, Kind kind, String lack, Class<?> entry, SetUp setUp) {
    this(title, kind, lack, entry, setUp, EnumSet.noneOf(Algorithm.class));
  }

  Contender(
      String title, Kind kind, String lack, Class<?> entry, SetUp setUp, Set<Algorithm> lacked) {
    this.title = title;
    this.kind = kind;
    this.lack = lack;
    this.entry = entry;
    this.setUp = setUp;
    this.lacked = lacked;
  }

  /**
   * Sets it up to verify tokens.
   *
   * @throws IllegalStateException if it does not judge tokens as it is to
   */
  public Verification proven(Trust trust) throws Exception {
    Verification verification = setUp.of(trust);
    new Proof(title, verification, trust).check(kind == Kind.FLOOR);
    return verification;
  }

  public String title() {
    return title;
  }

  public Kind kind() {
    return kind;
  }

  public boolean has(Algorithm algorithm) {
    return !lacked.contains(algorithm);
  }

  /** Which algorithms it lacks, and why; empty if it has all. */
  public String lack() {
    return lack;
  }

  /** The jar that it is in, without its ending; empty if it is in none that names a version. */
  public String version() {
    CodeSource source = entry.getProtectionDomain().getCodeSource();
    String name = Path.of(source.getLocation().getPath()).getFileName().toString();
    return kind == Kind.PEER ? name.replaceFirst("\\.jar$", "") : "";
  }
}
