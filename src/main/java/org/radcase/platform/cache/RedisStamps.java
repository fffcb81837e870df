package org.radcase.platform.cache;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stamps of several instances, in Redis. They are of one run of Redis: what a restarted one, or a
 * replica in its place, has from before may lack the last changes. Thread-safe.
 */
final class RedisStamps implements Stamps {
  private static final HexFormat HEX = HexFormat.of();

  /** Longer than anything is kept. */
  static final String LIFE_SECONDS = Integer.toString(7 * 24 * 3600);

  /** Longer than any transaction; then its instance has died, and nobody knows whether it committed. */
  static final String CHANGING_SECONDS = "60";

  /** Anything else is the mark of a change, or not ours. */
  private static final Pattern STAMP = Pattern.compile("[0-9a-f]{16}");

  private static final String RUN =
      """
      local info = redis.call('INFO', 'server')
      local run = string.match(info, 'run_id:(%w+)')
      """;

  /**
   * So long after its start Redis tells nobody anything: another instance, which has not found it
   * again yet, could not tell it of a change.
   */
  static final int YOUNG_SECONDS = 3;

  /** For how many seconds it has been there. */
  static final String AGE =
      "return tonumber(string.match(redis.call('INFO', 'server'), 'uptime_in_seconds:(%d+)'))";

  static final String READ = RUN
      + "if tonumber(string.match(info, 'uptime_in_seconds:(%d+)')) < " + YOUNG_SECONDS
      + " then return {} end\n"
      + """
      local out = {}
      for i, key in ipairs(KEYS) do
        local value = redis.call('GET', key)
        if not value or string.sub(value, 1, #run) ~= run then
          value = run .. ARGV[1]
          redis.call('SET', key, value, 'EX', ARGV[2])
        end
        out[i] = string.sub(value, #run + 1)
      end
      return out
      """;

  /**
   * Adds a mark to those that others have left. Deleted first: a Redis whose memory is full takes no
   * value, but must lose the one before.
   */
  static final String CHANGING = RUN
      + """
      for _, key in ipairs(KEYS) do
        local value = redis.call('GET', key)
        local marks = value and string.sub(value, 1, #run + 1) == run .. '~'
            and string.sub(value, #run + 1) or ''
        redis.call('DEL', key)
        redis.pcall('SET', key, run .. marks .. '~' .. ARGV[1], 'EX', ARGV[2])
      end
      return 1
      """;

  /** Takes a mark away; with the last one comes a new stamp. */
  static final String CHANGED = RUN
      + """
      for _, key in ipairs(KEYS) do
        local value = redis.call('GET', key)
        local marks = value and string.sub(value, 1, #run + 1) == run .. '~'
            and string.sub(value, #run + 1) or ''
        local from, to = string.find(marks, '~' .. ARGV[1], 1, true)
        if from then marks = string.sub(marks, 1, from - 1) .. string.sub(marks, to + 1) end
        redis.call('DEL', key)
        if marks == '' then
          redis.pcall('SET', key, run .. ARGV[1], 'EX', ARGV[2])
        else
          redis.pcall('SET', key, run .. marks, 'EX', ARGV[3])
        end
      end
      return 1
      """;

  private final RedisLink link;

  RedisStamps(RedisLink link) {
    this.link = link;
  }

  @Override
  public long @Nullable [] of(List<String> tags) {
    if (!link.isConnected()) return null;
    var answer = link.stamps(READ, keys(tags), fresh(), LIFE_SECONDS);
    if (answer == null || answer.size() != tags.size()) return null;
    var stamps = new long[tags.size()];
    for (var i = 0; i < stamps.length; i++) {
      var stamp = String.valueOf(answer.get(i));
      if (!STAMP.matcher(stamp).matches()) return null;
      stamps[i] = Long.parseUnsignedLong(stamp, 16);
    }
    return stamps;
  }

  @Override
  public boolean hold(List<String> tags, long[] stamps) {
    var now = of(tags);
    return now != null && Arrays.equals(now, stamps);
  }

  @Override
  public void changing(Collection<String> tags, long mark) {
    link.change(CHANGING, keys(tags), HEX.toHexDigits(mark), CHANGING_SECONDS, true);
  }

  /** Nobody need wait for it: until it arrives, nothing of the tags holds. */
  @Override
  public void changed(Collection<String> tags, long mark) {
    link.change(CHANGED, keys(tags), HEX.toHexDigits(mark), LIFE_SECONDS, false);
  }

  static String fresh() {
    return HEX.toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  /** In one slot of a Redis cluster, as one script reads them. */
  static List<Object> keys(Collection<String> tags) {
    var keys = new ArrayList<Object>(tags.size());
    for (var tag : tags) keys.add("radcase:{stamps}:" + tag);
    return keys;
  }
}
