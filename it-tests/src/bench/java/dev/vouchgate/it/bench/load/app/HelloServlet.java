package dev.vouchgate.it.bench.load.app;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers a few bytes, so that the server has nothing else to do than to be a server. */
@WebServlet("/hello")
public final class HelloServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final byte[] HELLO = {'h', 'e', 'l', 'l', 'o'};

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response.setContentLength(HELLO.length);
    ServletOutputStream body = response.getOutputStream();
    body.write(HELLO);
  }
}
