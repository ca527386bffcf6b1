package dev.vouchgate.http;

import java.util.Set;

/**
 * What a server answered to a form.
 *
 * @param status of the answer
 * @param body the bytes, as sent, of the statuses that RFC 6749 §5 has; of others none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record FormAnswer(int status, byte[] body) {
  static final Set<Integer> WITH_BODY = Set.of(200, 400, 401);
}
