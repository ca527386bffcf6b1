package dev.vouchgate.filter.tomcat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what is logged, instead of printing it, until it is closed. */
final class TomcatLog extends Handler {
  private final List<Logger> loggers =
      List.of(Logger.getLogger("org.apache"), Logger.getLogger("dev.vouchgate"));
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  TomcatLog() {
    for (Logger logger : loggers) {
      logger.setUseParentHandlers(false);
      logger.addHandler(this);
    }
    Logger.getLogger("dev.vouchgate").setLevel(Level.FINE);
  }

  /** All messages, with those of their causes, as one text. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (LogRecord logged : records) {
      text.append(logged.getMessage()).append('\n');
      for (Throwable cause = logged.getThrown(); cause != null; cause = cause.getCause()) {
        text.append(cause).append('\n');
      }
    }
    return text.toString();
  }

  /** Forgets what was logged so far. */
  void clear() {
    records.clear();
  }

  @Override
  public void publish(LogRecord logged) {
    records.add(logged);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    for (Logger logger : loggers) {
      logger.removeHandler(this);
      logger.setUseParentHandlers(true);
    }
    Logger.getLogger("dev.vouchgate").setLevel(null);
  }
}
