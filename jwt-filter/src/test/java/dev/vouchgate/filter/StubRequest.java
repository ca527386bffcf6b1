package dev.vouchgate.filter;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as a container hands it over, made by hand; what it was not told, it refuses. */
final class StubRequest implements InvocationHandler {
  private final Map<String, List<String>> headers = new HashMap<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private final Map<String, String> parameters = new HashMap<>();
  private String scheme = "http";
  private String serverName = "127.0.0.1";
  private int port = 8080;
  private String method = "GET";
  private String servletPath = "/";
  private @Nullable String pathInfo;
  private @Nullable String sent;
  private String remoteAddress = "127.0.0.1";
  private String contextPath = "";
  private DispatcherType dispatcherType = DispatcherType.REQUEST;
  private Optional<ServletContext> context = Optional.empty();

  static StubRequest to(String servletPath) {
    StubRequest stub = new StubRequest();
    stub.servletPath = servletPath;
    return stub;
  }

  static StubRequest to(String servletPath, @Nullable String pathInfo) {
    StubRequest stub = to(servletPath);
    stub.pathInfo = pathInfo;
    return stub;
  }

  static StubRequest withHeaders(String... authorization) {
    StubRequest stub = new StubRequest();
    for (String value : authorization) {
      stub.header("authorization", value);
    }
    return stub;
  }

  static StubRequest withToken(String compact) {
    return withHeaders("Bearer " + compact);
  }

  StubRequest header(String name, String value) {
    headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new ArrayList<>()).add(value);
    return this;
  }

  /** In a Cookie header of its own, as HTTP/2 may have it. */
  StubRequest cookie(String name, String value) {
    return header("Cookie", name + "=" + value);
  }

  StubRequest at(String url) {
    URI address = URI.create(url);
    return at(address.getScheme(), address.getHost(), address.getPort());
  }

  StubRequest at(String urlScheme, String host, int number) {
    scheme = urlScheme;
    serverName = host;
    port = number;
    return this;
  }

  StubRequest parameter(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  /** What the client wrote, if it is not what was mapped. */
  StubRequest sentAs(String requestUri) {
    sent = requestUri;
    return this;
  }

  StubRequest method(String name) {
    method = name;
    return this;
  }

  StubRequest address(String remote, String uri, String application) {
    remoteAddress = remote;
    sent = uri;
    contextPath = application;
    return this;
  }

  StubRequest attribute(String name, Object value) {
    attributes.put(name, value);
    return this;
  }

  StubRequest dispatched(DispatcherType type) {
    dispatcherType = type;
    return this;
  }

  StubRequest in(ServletContext application) {
    context = Optional.of(application);
    return this;
  }

  HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            StubRequest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, this);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method called, Object @Nullable [] arguments) {
    String name = arguments == null ? "" : String.valueOf(arguments[0]);
    return switch (called.getName()) {
      case "getHeaders" ->
          Collections.enumeration(headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
      case "getHeader" ->
          headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
              .findFirst()
              .orElse(null);
      case "getParameter" -> parameters.get(name);
      case "getMethod" -> method;
      case "getScheme" -> scheme;
      case "getServerName" -> serverName;
      case "getServerPort" -> port;
      case "getRemoteAddr" -> remoteAddress;
      case "getContextPath" -> contextPath;
      case "getServletPath" -> servletPath;
      case "getRequestURI" ->
          sent != null ? sent : contextPath + servletPath + (pathInfo == null ? "" : pathInfo);
      case "getPathInfo" -> pathInfo;
      case "getDispatcherType" -> dispatcherType;
      case "getServletContext" -> context.orElseThrow();
      case "getUserPrincipal", "getRemoteUser", "getAuthType" -> null;
      case "isUserInRole" -> false;
      case "getAttribute" -> attributes.get(name);
      case "setAttribute" -> attributes.put(name, arguments == null ? "" : arguments[1]);
      default -> throw new UnsupportedOperationException(called.getName());
    };
  }
}
