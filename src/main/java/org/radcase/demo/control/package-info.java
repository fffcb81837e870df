/**
 * Reads the texts of the demo cases and makes their DICOM instances. Loading them into RadCase is
 * not done here.
 */
@NullMarked
package org.radcase.demo.control;

import org.jspecify.annotations.NullMarked;
