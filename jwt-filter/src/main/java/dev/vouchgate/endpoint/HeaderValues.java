package dev.vouchgate.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** The values of a request's header, one a field line (RFC 9110 §5.2). */
public final class HeaderValues {
  private HeaderValues() {}

  /**
   * All of them.
   *
   * @param request the request
   * @param name the header's, in any case
   * @return the values as sent, in order; empty if there is none, or the container tells no headers
   */
  public static List<String> of(HttpServletRequest request, String name) {
    Enumeration<String> values = request.getHeaders(name);
    return values == null ? List.of() : Collections.list(values);
  }
}
