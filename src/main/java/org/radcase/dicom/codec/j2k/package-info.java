/**
 * JPEG 2000 in Java alone: codestreams in, samples out. From the outside in: the codestream and its
 * marker segments, tiles and their packets (tier 2), code-blocks (tier 1), wavelets, colours. Not
 * here: HTJ2K (Part 15), the extensions of Part 2, encoding. Source: ITU-T T.800 | ISO/IEC 15444-1;
 * the letters of clauses in this package are those of its annexes.
 *
 * <p>A stream is believed only as far as the shape of the frame allows: the size is checked before
 * anything is allocated, there are never more packets than bytes, and what costs time without
 * costing the liar bytes is counted ({@link org.radcase.dicom.codec.Work}). A code-block is
 * scanned in 88 passes at most.
 *
 * <p>Stricter than many decoders: a stream that ends before its last packet is a fault, although
 * the packets before it would give a coarser image, since that would pass for the whole one. Only
 * what no packet needs may be missing: the end of the stream (EOC), and bytes that the length of a
 * tile-part promises behind its last packet.
 */
@NullMarked
package org.radcase.dicom.codec.j2k;

import org.jspecify.annotations.NullMarked;
