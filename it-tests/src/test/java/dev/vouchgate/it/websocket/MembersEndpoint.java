package dev.vouchgate.it.websocket;

import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** The same behind a constraint of {@code web.xml}. */
@ServerEndpoint(value = "/socket/members", configurator = HandshakeCaller.class)
public class MembersEndpoint extends OpenEndpoint {

  @Override
  @OnOpen
  public void open(Session session, EndpointConfig config) throws IOException {
    super.open(session, config);
  }
}
