package dev.vouchgate.mp.cdi;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Keeps what is logged. */
final class Recorder extends Handler {
  private final List<String> messages = new CopyOnWriteArrayList<>();

  List<String> messages() {
    return List.copyOf(messages);
  }

  @Override
  public void publish(LogRecord event) {
    messages.add(new SimpleFormatter().formatMessage(event));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
