package dev.vouchgate.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** A body that is read up to a cap; one that nobody will use is not read at all. */
final class CappedBody implements BodySubscriber<byte[]> {
  static final int OK = 200;

  private final int cap;
  private final boolean wanted;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private @Nullable Subscription subscription;

  private CappedBody(int cap, boolean wanted) {
    this.cap = cap;
    this.wanted = wanted;
  }

  /** The reader for an answer whose headers have arrived. */
  static CappedBody of(ResponseInfo answer, Set<Integer> wanted, int cap) {
    return new CappedBody(
        cap, wanted.contains(answer.statusCode()) && !isEncoded(answer.headers()));
  }

  /** Whether a body would have to be decoded: a small one could then become a large one. */
  static boolean isEncoded(HttpHeaders headers) {
    return headers.allValues("Content-Encoding").stream()
        .anyMatch(coding -> !coding.isBlank() && !"identity".equalsIgnoreCase(coding.strip()));
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription source) {
    subscription = source;
    if (wanted) {
      source.request(Long.MAX_VALUE);
    } else {
      source.cancel();
      body.complete(new byte[0]);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (body.isDone()) {
        return;
      }
      if (buffer.remaining() > cap - bytes.size()) {
        stop(new IOException("its body has more than " + cap + " bytes"));
        return;
      }
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      bytes.writeBytes(part);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(bytes.toByteArray());
  }

  private void stop(IOException reason) {
    if (subscription != null) {
      subscription.cancel();
    }
    body.completeExceptionally(reason);
  }
}
