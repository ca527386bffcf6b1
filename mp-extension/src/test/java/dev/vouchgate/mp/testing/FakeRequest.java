package dev.vouchgate.mp.testing;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A request to {@code /orders}, a GET unless said otherwise, as the container itself sees it. */
public final class FakeRequest {
  public final HttpServletRequest request = Fake.of(HttpServletRequest.class, this);

  /** Whom the container knows. */
  public Principal principal;

  /** In which roles the container sees the caller. */
  public Set<String> containerRoles = Set.of();

  private final FakeContext application;
  private final Map<String, List<String>> headers;
  private final Map<String, Object> attributes = new HashMap<>();

  private String method = "GET";

  private FakeRequest(FakeContext application, Map<String, List<String>> headers) {
    this.application = application;
    this.headers = headers;
  }

  /** Without credentials. */
  public static FakeRequest anonymous(FakeContext application) {
    return new FakeRequest(application, Map.of());
  }

  /** With a token. */
  public static FakeRequest bearing(FakeContext application, String token) {
    return authorized(application, "Bearer " + token);
  }

  /** With credentials of another kind. */
  public static FakeRequest authorized(FakeContext application, String authorization) {
    return new FakeRequest(application, Map.of("Authorization", List.of(authorization)));
  }

  /** A POST, with a token in a cookie, by a page of which the browser says that. */
  public static FakeRequest posting(FakeContext application, String token, String site) {
    FakeRequest posting =
        new FakeRequest(
            application,
            Map.of("Cookie", List.of("Bearer=" + token), "Sec-Fetch-Site", List.of(site)));
    posting.method = "POST";
    return posting;
  }

  public ServletContext getServletContext() {
    return application.context;
  }

  public Enumeration<String> getHeaders(String name) {
    return Collections.enumeration(headers.getOrDefault(name, List.of()));
  }

  public String getMethod() {
    return method;
  }

  public String getScheme() {
    return "https";
  }

  public String getServerName() {
    return "shop.example.com";
  }

  public int getServerPort() {
    return 443;
  }

  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  public String getRequestURI() {
    return "/shop/orders";
  }

  public String getContextPath() {
    return "/shop";
  }

  public String getServletPath() {
    return "/orders";
  }

  public String getPathInfo() {
    return null;
  }

  public Object getAttribute(String name) {
    return attributes.get(name);
  }

  public void setAttribute(String name, Object value) {
    attributes.put(name, value);
  }

  public Principal getUserPrincipal() {
    return principal;
  }

  public boolean isUserInRole(String role) {
    return containerRoles.contains(role);
  }
}
