package dev.vouchgate.sample.order;

import org.jspecify.annotations.Nullable;

/** An order that cannot be placed; the message says why and is meant for the customer. */
public class OrderRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates the refusal with its reason. */
  public OrderRefusedException(String reason) {
    super(reason);
  }

  /** Creates the refusal with its reason and what led to it, if anything did. */
  public OrderRefusedException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}
