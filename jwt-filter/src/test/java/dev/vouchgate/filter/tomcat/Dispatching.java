package dev.vouchgate.filter.tomcat;

import dev.vouchgate.filter.AccessRefusedException;
import dev.vouchgate.filter.BearerChallenge;
import dev.vouchgate.filter.Realm;
import dev.vouchgate.verify.Rejection;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Servlets that send a request on, or refuse it, in each way that there is. */
final class Dispatching {
  private Dispatching() {}

  @FunctionalInterface
  private interface Service {
    void serve(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException;
  }

  /** Counts how often it was reached. */
  static final class CountingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
      calls.incrementAndGet();
    }

    int calls() {
      return calls.get();
    }
  }

  private static final class ServiceServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Service service;

    ServiceServlet(Service service) {
      this.service = service;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      service.serve(request, response);
    }
  }

  /** Forwards to the path in the parameter {@code to}. */
  static HttpServlet forward() {
    return new ServiceServlet(
        (request, response) ->
            request.getRequestDispatcher(to(request)).forward(request, response));
  }

  /** Writes {@code [}, includes the path in the parameter {@code to}, writes {@code ]}. */
  static HttpServlet include() {
    return new ServiceServlet(
        (request, response) -> {
          response.getWriter().print("[");
          request.getRequestDispatcher(to(request)).include(request, response);
          response.getWriter().print("]");
        });
  }

  /** Dispatches to the path in the parameter {@code to} from another thread. */
  static HttpServlet asyncDispatch() {
    return new ServiceServlet(
        (request, response) -> {
          AsyncContext async = request.startAsync();
          async.start(() -> async.dispatch(to(request)));
        });
  }

  /** Says who calls, from another thread. */
  static HttpServlet asyncCaller() {
    return new ServiceServlet(
        (request, response) -> {
          AsyncContext async = request.startAsync(request, response);
          async.start(
              () -> {
                try {
                  async
                      .getResponse()
                      .getWriter()
                      .print(CallerServlet.caller((HttpServletRequest) async.getRequest()));
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
                async.complete();
              });
        });
  }

  /** Forwards to {@code /caller} of the application in the parameter {@code to}. */
  static HttpServlet forwardToAnotherApplication() {
    return new ServiceServlet(
        (request, response) ->
            request
                .getServletContext()
                .getContext(to(request))
                .getRequestDispatcher("/caller")
                .forward(request, response));
  }

  /** Logs the caller out, then says who calls. */
  static HttpServlet logout() {
    return new ServiceServlet(
        (request, response) -> {
          request.logout();
          response.getWriter().print(CallerServlet.caller(request));
        });
  }

  /** Logs the caller out and forwards to the path in the parameter {@code to}. */
  static HttpServlet logoutAndForward() {
    return new ServiceServlet(
        (request, response) -> {
          request.logout();
          request.getRequestDispatcher(to(request)).forward(request, response);
        });
  }

  /** Logs the caller out and another in, whom the container does not know; then says who calls. */
  static HttpServlet logoutAndLogIn() {
    return new ServiceServlet(
        (request, response) -> {
          request.logout();
          try {
            request.login("admin", "password");
          } catch (ServletException e) {
            response.getWriter().print("ServletException: " + e.getMessage());
          }
          response.getWriter().print(CallerServlet.caller(request));
        });
  }

  /** Answers with an error that has a page of its own. */
  static HttpServlet error() {
    return new ServiceServlet((request, response) -> response.sendError(418));
  }

  /** Begins to answer, then refuses as the parameter {@code as} says. */
  static HttpServlet refuse() {
    return new ServiceServlet(
        (request, response) -> {
          AccessRefusedException refused =
              new AccessRefusedException(
                  BearerChallenge.of(
                      new Rejection.InsufficientScope(Set.of("admin")), Realm.of("shop")));
          response.setContentType("text/plain");
          response.getWriter().print("half an answer");
          switch (request.getParameter("as")) {
            case "itself" -> throw refused;
            case "cause" -> throw new ServletException("wrapped", refused);
            case "deep" ->
                throw new ServletException(
                    new IllegalStateException("twice wrapped", new RuntimeException(refused)));
            case "runtime" -> throw new IllegalStateException("wrapped", refused);
            case "late" -> {
              response.flushBuffer();
              throw refused;
            }
            default -> throw new IllegalStateException("of its own");
          }
        });
  }

  private static String to(HttpServletRequest request) {
    return request.getParameter("to");
  }
}
