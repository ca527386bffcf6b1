package dev.vouchgate.config;

import dev.vouchgate.binding.BindingPolicy;
import dev.vouchgate.codec.JsonLibrary;
import dev.vouchgate.config.setting.MpJwtSetting;
import dev.vouchgate.config.setting.SampleSetting;
import dev.vouchgate.config.setting.Setting;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.GateUnconfigured;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All settings of one application, read and found to be right. Immutable.
 *
 * <p>{@link Setting} lists them.
 */
public final class Settings {
  private static final Logger LOG = System.getLogger("dev.vouchgate");

  /** RFC 2606 §2: nobody's name, ever. */
  private static final String NOBODY = "https://nobody.invalid";

  private final List<IssuerSettings> issuers;
  private final TokenSettings tokens;
  private final RequestSettings request;
  private final BindingPolicy binding;
  private final CallSettings calls;
  private final GateListener listener;
  private final Optional<IssueSettings> issuing;
  private final Optional<TokenEndpointSettings> tokenEndpoint;
  private final Optional<LoginSettings> login;

  private Settings(
      List<IssuerSettings> issuers,
      TokenSettings tokens,
      RequestSettings request,
      BindingPolicy binding,
      CallSettings calls,
      GateListener listener,
      Optional<IssueSettings> issuing,
      Optional<TokenEndpointSettings> tokenEndpoint,
      Optional<LoginSettings> login) {
    this.issuers = List.copyOf(issuers);
    this.tokens = tokens;
    this.request = request;
    this.binding = binding;
    this.calls = calls;
    this.listener = listener;
    this.issuing = issuing;
    this.tokenEndpoint = tokenEndpoint;
    this.login = login;
  }

  /**
   * Reads and checks all settings, and the keys that are local.
   *
   * <p>If none is set at all, the gate that they make trusts nobody. What the gate does is heard by
   * the log, and by every {@link GateListener} that the loader finds as a service.
   *
   * @param source where settings come from
   * @param loader where key files on the class path are looked for
   * @return the settings
   * @throws SettingsException if any is wrong; it names all that are
   * @throws IllegalStateException if jackson-core is older than 2.15, or not there
   */
  public static Settings read(SettingsSource source, ClassLoader loader) {
    return read(source, loader, StandardListeners.of(loader));
  }

  /**
   * Reads and checks all settings, with somebody listening.
   *
   * @param source where settings come from
   * @param loader where key files on the class path are looked for
   * @param listener hears what this gate does, in place of the log
   * @return the settings
   * @throws SettingsException if any is wrong; it names all that are
   * @throws IllegalStateException if jackson-core is older than 2.15, or not there
   */
  public static Settings read(SettingsSource source, ClassLoader loader, GateListener listener) {
    JsonLibrary.problem()
        .ifPresent(
            problem -> {
              throw new IllegalStateException("Vouchgate cannot start: " + problem);
            });
    return guarded(source, loader, GateListener.all(List.of(listener)));
  }

  private static Settings guarded(
      SettingsSource source, ClassLoader loader, GateListener listener) {
    SettingsReader reader = new SettingsReader(source);
    if (!reader.isAnySet()) {
      return trustingNobody(source, loader, listener);
    }
    Set<IssuerScope> scopes = IssuersReader.scopes(reader);
    Optional<IssueSettings> issuing = new IssueSettingsReader(reader, loader, listener).read();
    Optional<String> trusted = issuing.flatMap(IssueSettings::trustedName);
    List<IssuerSettings> issuers =
        new IssuersReader(reader, loader, listener).read(scopes, trusted);
    TokenSettings tokens = TokenSettings.read(reader, loader, listener);
    RequestSettings request = new RequestSettingsReader(reader).read();
    Settings settings =
        new Settings(
            issuers,
            tokens,
            request,
            new BindingSettingsReader(reader).read(),
            new CallSettingsReader(reader, loader).read(),
            listener,
            issuing,
            new TokenEndpointSettingsReader(reader, loader, listener).read(),
            new LoginSettingsReader(reader).read(request.cookie()));
    // Not ours to act on, but ours to spell.
    reader.flag(SampleSetting.DEMO);
    UnknownSettings.warnings(source.names()).forEach(line -> LOG.log(Level.WARNING, line));
    UnknownSettings.problems(source.names(), scopes).forEach(reader::problem);
    reader.throwIfWrong();
    if (!reader.text(MpJwtSetting.ISSUER).equals(Optional.of(NOBODY))) {
      IssuersReader.withoutAudience(reader, scopes, trusted)
          .forEach(
              name ->
                  LOG.log(
                      Level.WARNING,
                      "{0} is not set: a token that the issuer gave somebody for another service is"
                          + " accepted here too",
                      name));
    }
    return settings;
  }

  /**
   * An application that says nothing at all still starts: every token is refused, and what is
   * protected stays shut.
   */
  private static Settings trustingNobody(
      SettingsSource source, ClassLoader loader, GateListener listener) {
    listener.unconfigured(new GateUnconfigured(MpJwtSetting.ISSUER.text()));
    SettingsSource nobody =
        SettingsSource.layered(
            List.of(source, SettingsSource.of(Map.of(MpJwtSetting.ISSUER.text(), NOBODY))));
    Settings defaults = guarded(nobody, loader, listener);
    return new Settings(
        defaults.issuers.stream().map(IssuerSettings::withoutKeys).toList(),
        defaults.tokens,
        defaults.request,
        defaults.binding,
        defaults.calls,
        listener,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** How requests are read and answered. */
  public RequestSettings request() {
    return request;
  }

  BindingPolicy binding() {
    return binding;
  }

  CallSettings calls() {
    return calls;
  }

  List<IssuerSettings> issuers() {
    return issuers;
  }

  TokenSettings tokens() {
    return tokens;
  }

  Optional<IssueSettings> issuing() {
    return issuing;
  }

  Optional<LoginSettings> login() {
    return login;
  }

  Optional<TokenEndpointSettings> tokenEndpoint() {
    return tokenEndpoint;
  }

  GateListener listener() {
    return listener;
  }
}
