package dev.vouchgate.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishedDocumentTest {

  /** As a container may that tells no headers (Servlet 6, {@code getHeaders}). */
  @Test
  void answersARequestWhoseHeadersNobodyTells() throws IOException {
    PublishedDocument document = new PublishedDocument("text/x", Duration.ZERO, () -> Map.of());
    List<String> said = new ArrayList<>();

    document.service(
        fake(
            HttpServletRequest.class,
            (proxy, method, arguments) -> method.getName().equals("getMethod") ? "HEAD" : null),
        fake(
            HttpServletResponse.class,
            (proxy, method, arguments) -> {
              said.add(method.getName() + " " + arguments[0]);
              return null;
            }));

    assertThat(said)
        .contains("setContentType text/x", "setHeader ETag")
        .noneMatch(call -> call.startsWith("setStatus"));
  }

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            PublishedDocumentTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
