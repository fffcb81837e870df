package org.radcase.accounts.control.sessions;

import java.lang.annotation.Annotation;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheKeyInvocationContext;
import javax.cache.annotation.GeneratedCacheKey;
import org.radcase.accounts.control.AccountTags;
import org.radcase.accounts.entity.PersonId;
import org.radcase.platform.cache.CacheName;
import org.radcase.platform.cache.CachedKey;

/** Who comes by a session is another as soon as an administrator has changed her or her institution. */
public class CallerKeys implements CacheKeyGenerator {
  @Override
  public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<? extends Annotation> call) {
    var person = (PersonId) call.getKeyParameters()[0].getValue();
    return CachedKey.of(
        CacheName.SESSIONS,
        "person:" + person,
        AccountTags.ofPerson(person),
        AccountTags.INSTITUTIONS);
  }
}
