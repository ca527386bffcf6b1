package dev.vouchgate.it.websocket;

import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.security.Principal;

/** Tells whoever opens it who was calling, as handshake and session know it. */
@ServerEndpoint(value = "/socket/open", configurator = HandshakeCaller.class)
public class OpenEndpoint {

  @OnOpen
  public void open(Session session, EndpointConfig config) throws IOException {
    Principal principal = session.getUserPrincipal();
    String name = principal == null ? "null" : principal.getName();
    session
        .getBasicRemote()
        .sendText(config.getUserProperties().get(HandshakeCaller.CALLER) + "/" + name);
  }
}
