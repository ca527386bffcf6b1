package dev.vouchgate.it.concurrent;

import dev.vouchgate.it.app.Witness;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Says who calls, according to the beans, in a task. */
@WebServlet("/task/*")
public class TaskServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final long LIMIT = 20;

  @Inject transient Witness witness;
  @Resource transient ManagedExecutorService executor;
  @Resource transient ManagedScheduledExecutorService scheduler;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      response.getWriter().print(task(request.getPathInfo()).get(LIMIT, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      response.getWriter().print(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new ServletException(e);
    }
  }

  private Future<String> task(String kind) throws ServletException {
    return switch (kind) {
      case "/submitted" -> executor.submit(witness::ofBeans);
      case "/staged" -> executor.supplyAsync(witness::ofBeans);
      case "/scheduled" -> scheduler.schedule(witness::ofBeans, 1, TimeUnit.MILLISECONDS);
      default -> throw new ServletException("no such task: " + kind);
    };
  }
}
