package dev.vouchgate.it.bench.load.app;

import com.sun.management.ThreadMXBean;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.security.Principal;
import java.util.stream.LongStream;

/**
 * Says what is to be known of the server from within, a line each: who calls, the bytes that its
 * threads have allocated, its Java, its name.
 */
@WebServlet("/probe")
public final class ProbeServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Principal caller = request.getUserPrincipal();
    response.setContentType("text/plain");
    response
        .getWriter()
        .printf(
            "%s\n%d\n%s, %s\n%s\n",
            caller == null ? "" : caller.getName(),
            allocated(),
            System.getProperty("java.version"),
            System.getProperty("java.vm.name"),
            getServletContext().getServerInfo());
  }

  /** Of those that live: Java 17 does not count the others, of which a pool has few. */
  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return LongStream.of(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
        .filter(bytes -> bytes > 0)
        .sum();
  }
}
