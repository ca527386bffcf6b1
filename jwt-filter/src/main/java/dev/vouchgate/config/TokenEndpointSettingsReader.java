package dev.vouchgate.config;

import dev.vouchgate.config.setting.GrantSetting;
import dev.vouchgate.config.setting.IssueSetting;
import dev.vouchgate.config.setting.Setting;
import dev.vouchgate.http.AddressRange;
import dev.vouchgate.observe.GateListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads whether and to whom tokens are given. */
final class TokenEndpointSettingsReader {
  private static final Setting[] OF_CLIENTS = {
    GrantSetting.CLIENT_SECRET,
    GrantSetting.CLIENT_API_KEY,
    GrantSetting.CLIENT_KEYS,
    GrantSetting.CLIENT_AUDIENCES,
    GrantSetting.CLIENT_SCOPES,
    GrantSetting.CLIENT_ROLES,
    GrantSetting.CLIENT_EXCHANGE,
    GrantSetting.CLIENT_LIFETIME
  };

  private final SettingsReader reader;
  private final ClientSettingsReader clients;
  private final ServedPathReader served;

  TokenEndpointSettingsReader(SettingsReader reader, ClassLoader loader, GateListener listener) {
    this.reader = reader;
    this.served = new ServedPathReader(reader);
    this.clients = new ClientSettingsReader(reader, loader, listener);
  }

  /** Empty if they are given to nobody; what else is set for it is looked at in any case. */
  Optional<TokenEndpointSettings> read() {
    Optional<String> path = reader.text(GrantSetting.PATH);
    Set<String> names = reader.parts(OF_CLIENTS);
    List<ClientSettings> known = new ArrayList<>();
    for (String name : names) {
      clients.read(name).ifPresent(known::add);
    }
    List<AddressRange> proxies = served.proxies();
    if (path.isEmpty() ? !names.isEmpty() : !served.isPath(path.get())) {
      reader.wrong(GrantSetting.PATH, "the path of the token endpoint, such as /token");
    }
    if (path.isPresent() && names.isEmpty()) {
      reader.problem(
          GrantSetting.PATH,
          "nobody may ask there; expected a client, " + GrantSetting.CLIENT_AUDIENCES.text());
    }
    if (path.isPresent() && reader.text(IssueSetting.ISSUER).isEmpty()) {
      reader.wrong(IssueSetting.ISSUER, "the name that tokens are issued by");
    }
    return path.map(where -> new TokenEndpointSettings(where, proxies, known));
  }
}
