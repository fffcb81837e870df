package org.radcase.it.cache;

import org.junit.jupiter.api.Tag;
import org.radcase.it.server.WithRedis;

/** The same with Redis. */
@Tag("own-server")
@WithRedis
class SharedAnswersOnRedisTest extends SharedAnswersTest {}
