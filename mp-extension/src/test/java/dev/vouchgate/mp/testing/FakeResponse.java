package dev.vouchgate.mp.testing;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;

/** A response, as far as a door answers one. */
public final class FakeResponse {
  public final HttpServletResponse response = Fake.of(HttpServletResponse.class, this);
  public final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  public int status = 200;

  public void setStatus(int code) {
    status = code;
  }

  public void setHeader(String name, String value) {
    headers.put(name, value);
  }

  public void setContentLength(int length) {
    headers.put("Content-Length", Integer.toString(length));
  }

  /** The challenge; null if there is none. */
  public String challenge() {
    return headers.get("WWW-Authenticate");
  }
}
