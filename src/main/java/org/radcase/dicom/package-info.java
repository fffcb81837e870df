/**
 * RadCase's DICOM toolkit: no package of it knows the rest of RadCase. Here is the short way from a
 * file to a picture; the packages below have the long ones.
 */
@NullMarked
package org.radcase.dicom;

import org.jspecify.annotations.NullMarked;
