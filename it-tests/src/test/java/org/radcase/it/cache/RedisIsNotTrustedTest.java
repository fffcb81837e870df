package org.radcase.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcase.it.server.RedisServer;
import org.radcase.it.server.TomcatServer;

/** Whoever writes into Redis gets nobody to read anything else than before, and no error. */
@Tag("own-server")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisIsNotTrustedTest {
  /** Counts what it changed. Counters and the like are short, and no values. */
  private static final String FOR_EACH_VALUE =
      """
      local at = {}
      for _, key in ipairs(redis.call('KEYS', '*')) do
        local type = redis.call('TYPE', key).ok
        if type == 'string' and redis.call('STRLEN', key) > 64 then
          table.insert(at, {key = key, value = redis.call('GET', key)})
        elseif type == 'hash' then
          local all = redis.call('HGETALL', key)
          for i = 1, #all, 2 do
            if #all[i + 1] > 64 then
              table.insert(at, {key = key, field = all[i], value = all[i + 1]})
            end
          end
        end
      end
      local function put(one, value)
        if one.field then redis.call('HSET', one.key, one.field, value)
        else redis.call('SET', one.key, value, 'KEEPTTL') end
      end
      """;

  private enum Attack {
    /** A byte more at the end. */
    LENGTHENED("for _, one in ipairs(at) do put(one, one.value .. 'x') end return #at"),
    /** Half of it. */
    CUT(
        """
        for _, one in ipairs(at) do put(one, string.sub(one.value, 1, #one.value / 2)) end
        return #at
        """),
    /** A byte in the middle is another. */
    FLIPPED(
        """
        for _, one in ipairs(at) do
          local half = math.floor(#one.value / 2)
          local byte = (string.byte(one.value, half) + 1) % 256
          put(one, string.sub(one.value, 1, half - 1) .. string.char(byte)
              .. string.sub(one.value, half + 1))
        end
        return #at
        """),
    /** A Java object, as some would read it. */
    SERIALISED(
        """
        for _, one in ipairs(at) do
          put(one, string.char(172, 237, 0, 5) .. one.value)
        end
        return #at
        """),
    /** Genuine, but of another key: what the author sees for what a learner asks. */
    MIXED_UP("for i, one in ipairs(at) do put(one, at[i % #at + 1].value) end return #at");

    private final String script;

    Attack(String script) {
      this.script = FOR_EACH_VALUE + script;
    }
  }

  private RedisServer redis;
  private TomcatServer server;

  @BeforeAll
  void start() {
    redis = RedisServer.start();
    server = TomcatServer.onSqlite(Map.of("RADCASE_REDIS_URI", redis.uri()));
  }

  @AfterAll
  void end() {
    if (server != null) server.close();
    if (redis != null) redis.close();
  }

  @ParameterizedTest
  @EnumSource
  void what_is_changed_in_Redis_is_not_believed(Attack attack) {
    var questions = CaseScene.at(server.radcase()).questions();
    var before = answers(questions);
    assertThat(answers(questions)).isEqualTo(before);

    var changed = Integer.parseInt(redis.command("EVAL", attack.script, "0"));

    var after = answers(questions);
    assertThat(changed).as("entries that were changed").isPositive();
    IntStream.range(0, questions.size())
        .forEach(
            i -> assertThat(after.get(i)).as(questions.get(i).toString()).isEqualTo(before.get(i)));
  }

  private static List<Told> answers(List<Question> questions) {
    return questions.stream().map(it -> Told.by(it.ask())).toList();
  }
}
