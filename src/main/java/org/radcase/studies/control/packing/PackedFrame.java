package org.radcase.studies.control.packing;

import org.radcase.platform.files.FilePieces;

/**
 * A frame as it is kept for sending.
 *
 * @param pieces none of them if it is not compressed
 */
public record PackedFrame(FrameCoding coding, FilePieces pieces) {}
