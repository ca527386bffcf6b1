package dev.vouchgate.it.bench.contender;

import dev.vouchgate.config.Gate;
import dev.vouchgate.config.Settings;
import dev.vouchgate.config.SettingsSource;
import dev.vouchgate.it.bench.token.Claims;
import dev.vouchgate.it.bench.token.Trust;
import dev.vouchgate.verify.RejectedException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Vouchgate itself, by its settings, with roles read as well. */
final class Vouchgate implements Verification {
  /** Whose primitives are used. */
  static final String PROVIDER = "vouchgate.crypto.provider";

  /** How many tokens are remembered. */
  static final String CACHE = "vouchgate.cache.tokens";

  private final Gate gate;

  private Vouchgate(Gate gate) {
    this.gate = gate;
  }

  /** On the JDK's primitives, though a native provider is on the class path; remembers nothing. */
  static Verification ofTheJdk(Trust trust) {
    return with(trust, Map.of(PROVIDER, "jdk", CACHE, "0"));
  }

  /** On those of the native provider; remembers nothing. */
  static Verification nativeOne(Trust trust) {
    return with(trust, Map.of(PROVIDER, "AmazonCorrettoCryptoProvider", CACHE, "0"));
  }

  /** As it comes: a token that has been proven is remembered. */
  static Verification remembering(Trust trust) {
    return with(trust, Map.of(PROVIDER, "jdk"));
  }

  private static Verification with(Trust trust, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("mp.jwt.verify.issuer", Claims.ISSUER);
    settings.put("mp.jwt.verify.audiences", Claims.AUDIENCE);
    settings.put("vouchgate.algorithms", trust.algorithm().jose());
    settings.put("vouchgate.roles.path", Claims.ROLES_PATH);
    if (trust.algorithm().isSecret()) {
      settings.put("vouchgate.secret", text(trust.secret()));
    } else {
      settings.put("mp.jwt.verify.publickey", trust.jwks());
    }
    settings.putAll(more);
    return of(settings);
  }

  /** By its settings. */
  static Verification of(Map<String, String> settings) {
    return new Vouchgate(
        Gate.from(Settings.read(SettingsSource.of(settings), Vouchgate.class.getClassLoader())));
  }

  /** A secret as settings have it. */
  static String text(byte[] secret) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  @Override
  public String verify(String compact) throws RejectedException {
    return gate.verify(compact).claims().string("sub").orElse("");
  }

  @Override
  public void close() {
    gate.close();
  }
}
