package dev.vouchgate.config;

import dev.vouchgate.config.setting.IssueSetting;
import dev.vouchgate.config.setting.KeySetting;
import dev.vouchgate.config.setting.MpJwtSetting;
import dev.vouchgate.config.setting.TokenSetting;
import dev.vouchgate.observe.GateListener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads who is trusted: the issuers that {@code vouchgate.issuers} lists, and the one that {@code
 * mp.jwt.verify.issuer} names.
 */
final class IssuersReader {
  /** An environment variable in capitals must lead back to it. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private final SettingsReader reader;
  private final ClassLoader loader;
  private final GateListener listener;

  IssuersReader(SettingsReader reader, ClassLoader loader, GateListener listener) {
    this.reader = reader;
    this.loader = loader;
    this.listener = listener;
  }

  /** The issuers that have settings of their own. */
  static Set<IssuerScope> scopes(SettingsReader reader) {
    List<String> names = reader.list(TokenSetting.ISSUERS);
    if (names.stream().anyMatch(name -> !NAME.matcher(name).matches())
        || Set.copyOf(names).size() < names.size()) {
      reader.wrong(TokenSetting.ISSUERS, TokenSetting.ISSUERS.form() + ", each once");
    }
    return names.stream()
        .map(IssuerScope::new)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The issuers that are trusted.
   *
   * @param scopes those with settings of their own
   * @param own our own name, if we trust ourselves: no other may have it
   */
  List<IssuerSettings> read(Set<IssuerScope> scopes, Optional<String> own) {
    List<IssuerSettings> issuers = new ArrayList<>();
    if (isUnnamedIssuerMeant() || (scopes.isEmpty() && !IssueSettingsReader.isOn(reader))) {
      issuers.add(new IssuerSettingsReader(reader, loader, listener).read());
    }
    for (IssuerScope scope : scopes) {
      issuers.add(new IssuerSettingsReader(reader.of(scope), loader, listener).read());
    }
    Set<String> seen = new HashSet<>();
    issuers.stream()
        .flatMap(issuer -> issuer.policies().keySet().stream())
        .filter(name -> !name.isEmpty() && !seen.add(name))
        .forEach(
            name ->
                reader.wrong(
                    TokenSetting.ISSUERS, "issuers that differ; more than one is " + name));
    if (own.filter(seen::contains).isPresent()) {
      reader.wrong(
          IssueSetting.TRUST, "false, for the keys of " + own.get() + " are set elsewhere too");
    }
    return issuers;
  }

  /** Those who take a token that was meant for anybody, by the names of their settings. */
  static List<String> withoutAudience(
      SettingsReader reader, Set<IssuerScope> scopes, Optional<String> own) {
    return Stream.concat(
            Stream.of(reader)
                .filter(all -> own.isPresent() || all.text(MpJwtSetting.ISSUER).isPresent()),
            scopes.stream().map(reader::of))
        .filter(one -> one.text(MpJwtSetting.AUDIENCES).isEmpty())
        .map(one -> one.name(MpJwtSetting.AUDIENCES))
        .distinct()
        .toList();
  }

  /** Also by its keys alone: they are nobody's then, which must be told. */
  private boolean isUnnamedIssuerMeant() {
    boolean hasKeys =
        Stream.of(
                MpJwtSetting.PUBLIC_KEY,
                MpJwtSetting.PUBLIC_KEY_LOCATION,
                KeySetting.SECRET,
                KeySetting.SECRET_LOCATION)
            .anyMatch(setting -> reader.text(setting).isPresent());
    return hasKeys
        || (reader.text(MpJwtSetting.ISSUER).isPresent()
            && !IssueSettingsReader.isOurselves(reader));
  }
}
