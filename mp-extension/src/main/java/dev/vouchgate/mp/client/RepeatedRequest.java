package dev.vouchgate.mp.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;

/**
 * A request that is sent once more, by the same client, and whose answer takes the place of the
 * first. By nothing but the API: Jersey and RESTEasy know the client of each request; CXF's proxies
 * do not, and there the next request is the first with the new token.
 */
final class RepeatedRequest {
  private static final String MARK = RepeatedRequest.class.getName();

  private RepeatedRequest() {}

  /** Whether a request is one. */
  static boolean is(ClientRequestContext request) {
    return request.getProperty(MARK) != null;
  }

  /** Whether it can be sent again: what has been read from a stream is gone. */
  static boolean isPossible(ClientRequestContext request) {
    Object entity = request.getEntity();
    MediaType type = request.getMediaType();
    return request.getClient() != null
        && !(entity instanceof AutoCloseable || entity instanceof StreamingOutput)
        && (type == null || !type.getType().equals("multipart"));
  }

  /** Sends it with another token. */
  static void send(ClientRequestContext request, String token, ClientResponseContext response)
      throws IOException {
    if (response.hasEntity()) {
      response.getEntityStream().close();
    }
    Response answer = invocation(request, token).invoke();
    response.setStatus(answer.getStatus());
    response.getHeaders().clear();
    response.getHeaders().putAll(answer.getStringHeaders());
    response.setEntityStream(
        answer.hasEntity() ? answer.readEntity(InputStream.class) : InputStream.nullInputStream());
  }

  private static Invocation invocation(ClientRequestContext request, String token) {
    MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>(request.getHeaders());
    headers.putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    Invocation.Builder again =
        request
            .getClient()
            .target(request.getUri())
            .request()
            .headers(headers)
            .property(MARK, true);
    return request.hasEntity()
        ? again.build(
            request.getMethod(),
            Entity.entity(
                new GenericEntity<>(request.getEntity(), request.getEntityType()),
                request.getMediaType(),
                request.getEntityAnnotations()))
        : again.build(request.getMethod());
  }
}
