package org.radcase.monitoring.control.alerts;

import org.radcase.monitoring.entity.AlertRecord;

/** What has happened to an alert. */
record AlertNews(Turn turn, AlertRecord alert) {
  /** A constant's term is part of the webhook's body. */
  enum Turn {
    RAISED("raised"),
    WORSENED("worsened"),
    ENDED("ended");

    private final String term;

    Turn(String term) {
      this.term = term;
    }

    String term() {
      return term;
    }
  }
}
