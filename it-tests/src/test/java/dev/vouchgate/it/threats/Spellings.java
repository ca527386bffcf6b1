package dev.vouchgate.it.threats;

import java.util.Locale;
import java.util.stream.Stream;

/** Addresses that mean one place and look like another, or the other way round. */
public final class Spellings {

  private Spellings() {}

  /**
   * Of a place.
   *
   * @param before its context path, and the servlet path if a servlet tells places apart itself;
   *     there is a place {@code /open} behind it too
   * @param name what comes next
   */
  public static Stream<String> of(String before, String name) {
    String first = "%" + Integer.toHexString(name.charAt(0));
    String encoded = first + name.substring(1);
    String doubled = "%25" + first.substring(1) + name.substring(1);
    return Stream.of(
            "/" + name,
            "/" + name + "/",
            "/" + name + "/x",
            "/" + name + "/x/y",
            "/" + name + "/x?y=z",
            "/" + name + "?/../open/x",
            "/" + name + "#/../../open/x",
            "//" + name + "/x",
            "///" + name + "//x//",
            "/./" + name + "/x",
            "/" + name + "/./x",
            "/x/../" + name + "/x",
            "/open/../" + name + "/x",
            "/" + name + "/../" + name + "/x",
            "/" + name + "/x/..",
            "/" + name + "/x/../y",
            "/" + name + "/..",
            "/" + name + "/../open/x",
            "/open/x/../../" + name + "/x",
            "/open/%2e%2e/" + name + "/x",
            "/open/%2E%2E/" + name + "/x",
            "/open/.%2e/" + name + "/x",
            "/open/%252e%252e/" + name + "/x",
            "/open/..%2f" + name + "/x",
            "/open/..%2F" + name + "%2Fx",
            "/open/%2e%2e%2f" + name + "/x",
            "/open%2f..%2f" + name + "/x",
            "/open/..;/" + name + "/x",
            "/open/..;a=b/" + name + "/x",
            "/open/.;/../" + name + "/x",
            "/open;/../" + name + "/x",
            "/open/;/../../" + name + "/x",
            "/open/..%3b/" + name + "/x",
            "/open/..%00/" + name + "/x",
            "/open/..\\" + name + "/x",
            "/open/..%5c" + name + "/x",
            "/open\\..\\" + name + "\\x",
            "/open/%5c../" + name + "/x",
            "/open/%c0%ae%c0%ae/" + name + "/x",
            "/open/%uff0e%uff0e/" + name + "/x",
            "/" + name + "/%2e%2e/x",
            "/" + name + "/%2e%2e/open/x",
            "/" + name + "/a/%2e%2e/%2e%2e/x",
            "/" + name + "/%2e/x",
            "/" + name + "/..;/x",
            "/" + name + "/..;/open/x",
            "/" + name + "%2f..%2fopen/x",
            "/" + name + "/..%2fopen/x",
            "/" + encoded + "/x",
            "/" + doubled + "/x",
            "/" + name + "%2fx",
            "/" + name + "%2Fx",
            "/" + name + "%252fx",
            "/" + name + "%5cx",
            "/" + name + "\\x",
            "/%2f" + name + "/x",
            "/%5c" + name + "/x",
            "/\\" + name + "/x",
            "/" + name + ";",
            "/" + name + ";/x",
            "/" + name + ";a=b/x",
            "/" + encoded + ";/x",
            "/" + name + "%zz;/x",
            "/" + name + ";a=b;c=d/x;e=f",
            "/" + name + "/x;.css",
            "/" + name + ";.css",
            "/;/" + name + "/x",
            "/;a=b/" + name + "/x",
            "/;/../" + name + "/x",
            "/" + name + "%3b/x",
            "/" + name + "%3bx=y/x",
            "/" + name + "/x%3b/../../open/x",
            "/" + name + "%00",
            "/" + name + "%00/x",
            "/" + name + "/x%00.css",
            "/" + name + "%0a/x",
            "/" + name + "%0d%0a/x",
            "/" + name + "%09",
            "/" + name + "%20",
            "/" + name + "%20/x",
            "/" + name + "/x%20",
            "/%20" + name + "/x",
            "/" + name + ".",
            "/" + name + "./x",
            "/" + name + ".json",
            "/" + name + "/x.css",
            "/" + name + "/x/favicon.ico",
            "/" + name + "%ff/x",
            "/" + name + "%/x",
            "/" + name + "%zz/x",
            "/" + name + "%c0%afx",
            "/" + name + "%e0%80%afx",
            "/" + name + "\u00ff/x",
            "/" + name.toUpperCase(Locale.ROOT) + "/x",
            "/" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
            "/" + name + "::$DATA",
            "/" + name + "~1/x",
            "/*/../" + name + "/x",
            "/" + name + "/*",
            "/WEB-INF/../" + name + "/x")
        .map(spelling -> before + spelling);
  }
}
