package dev.vouchgate.config;

import dev.vouchgate.http.AddressRange;
import dev.vouchgate.observe.GateListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads whether and to whom tokens are given. */
final class TokenEndpointSettingsReader {
  private static final Setting[] OF_CLIENTS = {
    Setting.CLIENT_SECRET,
    Setting.CLIENT_API_KEY,
    Setting.CLIENT_KEYS,
    Setting.CLIENT_AUDIENCES,
    Setting.CLIENT_SCOPES,
    Setting.CLIENT_ROLES,
    Setting.CLIENT_EXCHANGE,
    Setting.CLIENT_LIFETIME
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
    Optional<String> path = reader.text(Setting.TOKEN_PATH);
    Set<String> names = reader.parts(OF_CLIENTS);
    List<ClientSettings> known = new ArrayList<>();
    for (String name : names) {
      clients.read(name).ifPresent(known::add);
    }
    List<AddressRange> proxies = served.proxies();
    if (path.isEmpty() ? !names.isEmpty() : !served.isPath(path.get())) {
      reader.wrong(Setting.TOKEN_PATH, "the path of the token endpoint, such as /token");
    }
    if (path.isPresent() && names.isEmpty()) {
      reader.problem(
          Setting.TOKEN_PATH,
          "nobody may ask there; expected a client, " + Setting.CLIENT_AUDIENCES.text());
    }
    if (path.isPresent() && reader.text(Setting.ISSUE_ISSUER).isEmpty()) {
      reader.wrong(Setting.ISSUE_ISSUER, "the name that tokens are issued by");
    }
    return path.map(where -> new TokenEndpointSettings(where, proxies, known));
  }
}
