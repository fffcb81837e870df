package org.radcase.platform.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits. Source: RFC 4632 §3.1, RFC 4291 §2.3.
 *
 * @param address of the network, 4 or 16 bytes
 * @param prefixBits how many of its bits count
 */
record Network(InetAddress address, int prefixBits) {
  /** A literal address, so that no name is ever looked up. */
  private static final Pattern ADDRESS =
      Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}"
          + "|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  static boolean isAddress(String text) {
    try {
      if (!ADDRESS.matcher(text).matches()) return false;
      var unused = InetAddress.getByName(text);
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** @throws IllegalArgumentException if the text is no address, with or without a prefix's length */
  static Network parse(String text) {
    var parts = text.split("/", 2);
    try {
      if (!isAddress(parts[0])) throw new UnknownHostException(parts[0]);
      var address = InetAddress.getByName(parts[0]);
      var all = address.getAddress().length * 8;
      var bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
      if (bits < 0 || bits > all) throw new IllegalArgumentException("Not a network: " + text);
      return new Network(address, bits);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("Not a network: " + text, e);
    }
  }

  /** Whether a literal address is one of these; false for anything else. */
  boolean contains(String text) {
    try {
      if (!isAddress(text)) return false;
      var ours = address.getAddress();
      var theirs = InetAddress.getByName(text).getAddress();
      if (ours.length != theirs.length) return false;
      for (var bit = 0; bit < prefixBits; bit++) {
        var mask = 0x80 >> (bit % 8);
        if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) return false;
      }
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
