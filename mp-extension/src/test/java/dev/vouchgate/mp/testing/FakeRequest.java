package dev.vouchgate.mp.testing;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A request to {@code GET /orders}, as the container itself sees it. */
public final class FakeRequest {
  public final HttpServletRequest request = Fake.of(HttpServletRequest.class, this);

  /** Whom the container knows. */
  public Principal principal;

  /** In which roles the container sees the caller. */
  public Set<String> containerRoles = Set.of();

  private final FakeContext application;
  private final List<String> authorization;
  private final Map<String, Object> attributes = new HashMap<>();

  private FakeRequest(FakeContext application, List<String> authorization) {
    this.application = application;
    this.authorization = authorization;
  }

  /** Without credentials. */
  public static FakeRequest anonymous(FakeContext application) {
    return new FakeRequest(application, List.of());
  }

  /** With a token. */
  public static FakeRequest bearing(FakeContext application, String token) {
    return new FakeRequest(application, List.of("Bearer " + token));
  }

  /** With credentials of another kind. */
  public static FakeRequest authorized(FakeContext application, String authorization) {
    return new FakeRequest(application, List.of(authorization));
  }

  public ServletContext getServletContext() {
    return application.context;
  }

  public Enumeration<String> getHeaders(String name) {
    return Collections.enumeration(name.equals("Authorization") ? authorization : List.of());
  }

  public Cookie[] getCookies() {
    return null;
  }

  public String getMethod() {
    return "GET";
  }

  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
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
