package org.radcase.platform.jdbc;

/** Is told of each transaction, on its thread. */
public interface CommitListener {
  /** Of whom nobody listens. */
  CommitListener NONE = new CommitListener() {
    @Override
    public void begun() {}

    @Override
    public void committing() {}

    @Override
    public void ended(boolean committed) {}
  };

  /** It begins, or begins again after a passing failure. */
  void begun();

  /** Its work is done; next it is committed. */
  void committing();

  /** @param committed false if it was rolled back, and also if nobody knows */
  void ended(boolean committed);
}
