package dev.vouchgate.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenPathsTest {
  private static final String KEYS = "/.well-known/jwks.json";
  private final OpenPaths open = new OpenPaths();

  @Test
  void areNoneUnlessAdded() {
    assertThat(open.has(request("/shop" + KEYS, KEYS, null))).isFalse();
  }

  @Test
  void areWhatTheContainerHasMapped() {
    open.add(KEYS);
    assertThat(open.has(request("/shop/.well-known/jwks%2Ejson", KEYS, null))).isTrue();
    assertThat(open.has(request("/shop" + KEYS, "/admin", null))).isFalse();
    assertThat(open.has(request("/shop" + KEYS + "/x", KEYS, "/x"))).isFalse();
    assertThat(open.has(request("/shop" + KEYS, "", KEYS))).isFalse();
  }

  /** Open Liberty serves what stands before the first semicolon, and says that it is another. */
  @Test
  void areNoneWithParametersInTheAddress() {
    open.add(KEYS);
    assertThat(open.has(request("/shop/admin;/.." + KEYS, KEYS, null))).isFalse();
    assertThat(open.has(request("/shop" + KEYS + ";x", KEYS, null))).isFalse();
  }

  @Test
  void areWhatTheClientHasWrittenBeforeTheContainerMapsIt() {
    open.add(KEYS);
    assertThat(open.has(request("/shop" + KEYS, "", null))).isTrue();
    assertThat(open.has(request("/shop" + KEYS, null, null))).isTrue();
    assertThat(open.has(request("/shop" + KEYS + ";x=/../../admin", "", null))).isFalse();
    assertThat(open.has(request("/shop/admin", "", null))).isFalse();
    assertThat(open.has(request(KEYS, "", null))).isFalse();
  }

  @Test
  void areForClientsAndNotForForwards() {
    open.add(KEYS);
    assertThat(open.has(request(DispatcherType.FORWARD, "/shop" + KEYS, KEYS, null))).isFalse();
  }

  private static HttpServletRequest request(
      String uri, @Nullable String path, @Nullable String info) {
    return request(DispatcherType.REQUEST, uri, path, info);
  }

  private static HttpServletRequest request(
      DispatcherType type, String uri, @Nullable String path, @Nullable String info) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            OpenPathsTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getDispatcherType" -> type;
                  case "getRequestURI" -> uri;
                  case "getContextPath" -> "/shop";
                  case "getServletPath" -> path;
                  case "getPathInfo" -> info;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
