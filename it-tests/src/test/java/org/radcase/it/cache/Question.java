package org.radcase.it.cache;

import org.radcase.it.Answer;
import org.radcase.it.RadCase;

/**
 * Somebody asks for something.
 *
 * @param who by her name in tests
 */
record Question(String who, RadCase person, String address, String coding) {
  Answer ask() {
    return person.get(address, "Accept-Encoding", coding);
  }

  @Override
  public String toString() {
    return who + " asks for " + address + " in " + coding;
  }
}
