package org.eclipse.jetty.testing;

import jakarta.security.auth.message.MessageInfo;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has the methods of Jetty's message that matter to a module, and Jetty's way of hiding things. */
public final class JettyMessageInfo implements MessageInfo {
  private final HttpServletRequest inside;
  private final Optional<HttpServletResponse> insideToo;
  private final Map<String, Object> map = new HashMap<>();
  private @Nullable Object request;
  private @Nullable Object response;
  private int ends;

  private JettyMessageInfo(HttpServletRequest request, Optional<HttpServletResponse> response) {
    this.inside = request;
    this.insideToo = response;
  }

  /** What Jetty asks when somebody wants to know the caller. */
  public static JettyMessageInfo lazy(HttpServletRequest request) {
    return new JettyMessageInfo(request, Optional.empty());
  }

  /** What Jetty asks when somebody wants the caller to be challenged. */
  public static JettyMessageInfo authenticate(HttpServletRequest in, HttpServletResponse out) {
    JettyMessageInfo message = new JettyMessageInfo(in, Optional.of(out));
    message.map.put("jakarta.security.auth.message.MessagePolicy.isMandatory", "true");
    return message;
  }

  /** What Jetty asks where a constraint applies. */
  public static JettyMessageInfo constrained(HttpServletRequest in, HttpServletResponse out) {
    JettyMessageInfo message = authenticate(in, out);
    message.request = in;
    message.response = out;
    return message;
  }

  /** How often Jetty has been told that the request is answered. */
  public int ends() {
    return ends;
  }

  /** Jetty's own form of a request. */
  public CoreRequest getBaseRequest() {
    return new CoreRequest(inside);
  }

  /** Jetty's own form of a response, or what it has in place of one. */
  public Object getBaseResponse() {
    return insideToo.<Object>map(CoreResponse::new).orElseGet(Object::new);
  }

  public Callback getCallback() {
    return () -> ends++;
  }

  @Override
  public @Nullable Object getRequestMessage() {
    return request;
  }

  @Override
  public @Nullable Object getResponseMessage() {
    return response;
  }

  @Override
  public void setRequestMessage(Object message) {
    if (!(message instanceof ServletRequest)) {
      throw new IllegalStateException("Not a ServletRequest");
    }
    request = message;
  }

  @Override
  public void setResponseMessage(Object message) {
    if (!(message instanceof ServletResponse)) {
      throw new IllegalStateException("Not a ServletResponse");
    }
    response = message;
  }

  @Override
  public Map<String, Object> getMap() {
    return map;
  }

  /** What completes a request. */
  public interface Callback {
    void succeeded();
  }

  /** Jetty's own form of a request. */
  public record CoreRequest(HttpServletRequest request) {
    public HttpServletRequest getServletRequest() {
      return request;
    }
  }

  /** Jetty's own form of a response. */
  public record CoreResponse(HttpServletResponse response) {
    public HttpServletResponse getServletResponse() {
      return response;
    }
  }

  /** A message of a Jetty that calls everything otherwise. */
  public static final class Unknown implements MessageInfo {
    @Override
    public @Nullable Object getRequestMessage() {
      return null;
    }

    @Override
    public @Nullable Object getResponseMessage() {
      return null;
    }

    @Override
    public void setRequestMessage(Object message) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void setResponseMessage(Object message) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Object> getMap() {
      return Map.of();
    }
  }
}
