/**
 * The codecs of compressed frames, in Java alone: bitstreams in, samples out, and for some the other
 * way. They know bytes and the shape that a data set declares, nothing else of DICOM. Source: PS3.5
 * section 8.2 and annex A.4.
 */
@NullMarked
package org.radcase.dicom.codec;

import org.jspecify.annotations.NullMarked;
