package org.radcase.platform.http;

/** A request that is in the house. */
final class Presence {
  private final String address;
  private volatile boolean receives;
  private volatile boolean sends;

  /** @param address of the client */
  Presence(String address) {
    this.address = address;
  }

  String address() {
    return address;
  }

  /** Whether the server may be able to do nothing for it until its client sends or takes bytes. */
  boolean waitsForClient() {
    return receives || sends;
  }

  /** Its body is still on the way, or not any more. */
  void receives(boolean now) {
    receives = now;
  }

  /** Bytes are handed over to its client, or have been. */
  void sends(boolean now) {
    sends = now;
  }
}
