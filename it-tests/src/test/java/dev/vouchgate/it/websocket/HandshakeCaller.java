package dev.vouchgate.it.websocket;

import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.security.Principal;

/** Keeps for the session who was calling at the handshake. */
public class HandshakeCaller extends ServerEndpointConfig.Configurator {
  static final String CALLER = HandshakeCaller.class.getName();

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    Principal principal = request.getUserPrincipal();
    String name = principal == null ? "null" : principal.getName();
    config.getUserProperties().put(CALLER, name + "/" + request.isUserInRole("user"));
  }
}
