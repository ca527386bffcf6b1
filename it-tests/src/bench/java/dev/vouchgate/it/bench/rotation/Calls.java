package dev.vouchgate.it.bench.rotation;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Calls at an even pace, whether those before have been answered or not.
 *
 * @param client sends them
 * @param call what is sent
 * @param keys where the keys are published, which is looked at once a second
 */
record Calls(HttpClient client, HttpRequest call, URI keys) {
  private static final Pattern KEY_ID = Pattern.compile("\"kid\":\"([^\"]+)\"");
  private static final int NO_ANSWER = -1;

  /** One answer. */
  private record Answer(int status, long micros) {}

  Counted run(int perSecond, Duration length) {
    int total = (int) (perSecond * length.toSeconds());
    long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
    List<CompletableFuture<Answer>> answers = new ArrayList<>(total);
    Set<String> seen = new HashSet<>();
    List<CompletableFuture<HttpResponse<String>>> looks = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < total; i++) {
      long due = start + i * gap;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      answers.add(send());
      if (i % perSecond == 0) {
        looks.add(client.sendAsync(HttpRequest.newBuilder(keys).build(), BodyHandlers.ofString()));
      }
    }
    for (CompletableFuture<HttpResponse<String>> look : looks) {
      KEY_ID.matcher(look.join().body()).results().forEach(found -> seen.add(found.group(1)));
    }
    Map<Integer, Integer> statuses = new TreeMap<>();
    long[] micros = new long[total];
    for (int i = 0; i < total; i++) {
      Answer answer = answers.get(i).join();
      statuses.merge(answer.status(), 1, Integer::sum);
      micros[i] = answer.micros();
    }
    return Counted.of(statuses, micros, seen.size());
  }

  private CompletableFuture<Answer> send() {
    long sent = System.nanoTime();
    return client
        .sendAsync(call, BodyHandlers.discarding())
        .handle(
            (answer, failure) ->
                new Answer(
                    failure == null ? answer.statusCode() : NO_ANSWER,
                    TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - sent)));
  }
}
