package dev.vouchgate.it.async;

import dev.vouchgate.it.app.Witness;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Says who calls, on another thread than its own. */
@WebServlet(urlPatterns = "/async/*", asyncSupported = true)
public class AsyncServlet extends HttpServlet {
  static final String PORT = "Client-Port";

  private static final long serialVersionUID = 1L;

  @Inject transient Witness witness;
  @Inject transient OwnThread thread;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    response.setHeader(PORT, Integer.toString(request.getRemotePort()));
    // Makes the beans here: Payara Server injects nothing into those that are made on a thread of
    // its pool for asynchronous requests, if that was first used by another application.
    witness.ofBeans();
    AsyncContext async = request.startAsync(request, response);
    switch (request.getPathInfo()) {
      case "/start" -> async.start(() -> finish(async));
      case "/own" -> thread.execute(() -> finish(async));
      case "/dispatch" -> async.dispatch("/who");
      case "/dispatch-from-own" -> thread.execute(() -> async.dispatch("/who"));
      default -> throw new ServletException("no such way: " + request.getPathInfo());
    }
  }

  private void finish(AsyncContext async) {
    // GlassFish's threads keep that of the application they were made for, and CDI needs it.
    Thread current = Thread.currentThread();
    ClassLoader found = current.getContextClassLoader();
    current.setContextClassLoader(getClass().getClassLoader());
    try {
      async.getResponse().getWriter().print(witness.of((HttpServletRequest) async.getRequest()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      async.getResponse().resetBuffer();
      print(async, e.toString());
    } finally {
      current.setContextClassLoader(found);
      async.complete();
    }
  }

  private static void print(AsyncContext async, String text) {
    try {
      async.getResponse().getWriter().print(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
