package dev.vouchgate.it.run;

import java.net.URI;

/** The words printed when the sample is up: three things to paste into another terminal. */
final class Invitation {

  private Invitation() {}

  static String to(URI base) {
    return """

        The sample is up at BASE (this machine only). Ctrl-C ends it.
        Paste into another terminal:

        # without a token: 401
        curl -s -o /dev/null -D - BASEuser

        # as a user: 200 on /user, 403 on /admin
        curl -sf -w '\\n%{http_code} %{url_effective}\\n' -H "Authorization: Bearer $(curl -s -X POST 'BASEdemo/token?as=user')" BASEuser BASEadmin

        # as an admin: 200 on both
        curl -sf -w '\\n%{http_code} %{url_effective}\\n' -H "Authorization: Bearer $(curl -s -X POST 'BASEdemo/token?as=admin')" BASEuser BASEadmin
        """
        .replace("BASE", base.toString());
  }
}
