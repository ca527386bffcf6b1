package dev.vouchgate.login;

import dev.vouchgate.codec.CodecException;
import dev.vouchgate.codec.JsonWriter;
import dev.vouchgate.codec.StrictJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * That somebody has proven who they are.
 *
 * @param person who, with the groups of then
 * @param until when they have to prove it again, in whole seconds
 */
record Login(Person person, Instant until) {

  /** As it is kept. */
  byte[] json() {
    return JsonWriter.object(
        Map.of("name", person.name(), "groups", person.groups(), "until", until.getEpochSecond()));
  }

  /** One that was kept; what nobody of ours has written is none. */
  static Login parse(byte[] json) throws CodecException {
    Map<String, @Nullable Object> members = StrictJson.parseObject(json);
    if (members.get("name") instanceof String name
        && members.get("groups") instanceof List<?> groups
        && members.get("until") instanceof Number until) {
      try {
        return new Login(
            new Person(name, groups.stream().map(String::valueOf).toList()),
            Instant.ofEpochSecond(until.longValue()));
      } catch (DateTimeException e) {
        throw new CodecException("a login whose end is no time");
      }
    }
    throw new CodecException("no login");
  }
}
