/** Frames in the form that is sent: compressed once, in the background, and kept beside the pictures. */
@NullMarked
package org.radcase.studies.control.packing;

import org.jspecify.annotations.NullMarked;
