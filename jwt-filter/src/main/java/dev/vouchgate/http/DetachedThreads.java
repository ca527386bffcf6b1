package dev.vouchgate.http;

import java.util.concurrent.ThreadFactory;

/**
 * Makes daemon threads that take nothing from the thread that happens to start them: neither its
 * class loader nor its inheritable values. That thread may be a request's.
 *
 * @param name of each thread
 */
public record DetachedThreads(String name) implements ThreadFactory {

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(null, work, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    return thread;
  }
}
