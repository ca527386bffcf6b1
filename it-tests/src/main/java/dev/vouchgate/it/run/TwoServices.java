package dev.vouchgate.it.run;

import dev.vouchgate.it.server.ServerOptions;
import java.net.URI;
import java.nio.file.Path;

/**
 * The sample as two services: as it is, and once more as the inventory, which is called with tokens
 * that the first has signed. Both trust the demo issuer, whose tokens are for the first alone.
 */
final class TwoServices {

  private TwoServices() {}

  static int inventoryPort(URI orders) {
    return orders.getPort() + 1;
  }

  /** The server of the service that calls. */
  static ServerOptions calling(ServerOptions options) {
    return options
        .withSystemProperty("vouchgate.issue.issuer", "http://127.0.0.1:" + options.httpPort())
        .withSystemProperty("vouchgate.call.inventory.roles", "user")
        .withSystemProperty(
            "inventory/mp-rest/url", "http://127.0.0.1:" + (options.httpPort() + 1));
  }

  /** The server of the service that is called. */
  static ServerOptions called(URI orders, Path log) {
    return ServerOptions.loggingTo(log)
        .withHttpPort(inventoryPort(orders))
        .withSystemProperty("mp.jwt.verify.audiences", "inventory")
        .withSystemProperty("mp.jwt.verify.issuer", orders + "demo")
        .withSystemProperty("mp.jwt.verify.publickey.location", orders + "demo/jwks")
        .withSystemProperty("vouchgate.issuers", "orders")
        .withSystemProperty(
            "vouchgate.issuer.orders.issuer", orders.toString().replaceFirst("/$", ""));
  }

  /** The words printed when both are up. */
  static String invitation(URI orders, URI inventory) {
    return """

        A second service, the inventory, is up at INVENTORY.

        # the order service asks it, with a token that is signed for it: 200
        curl -sf -w '\\n%{http_code} %{url_effective}\\n' -H "Authorization: Bearer $(curl -s -X POST 'ORDERSdemo/token?as=user')" ORDERSavailability/tea

        # the user's own token, which is for the order service alone: 401
        curl -s -o /dev/null -D - -H "Authorization: Bearer $(curl -s -X POST 'ORDERSdemo/token?as=user')" INVENTORYstock/tea
        """
        .replace("ORDERS", orders.toString())
        .replace("INVENTORY", inventory.toString());
  }
}
