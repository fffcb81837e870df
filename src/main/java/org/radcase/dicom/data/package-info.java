/**
 * Data sets as values: tags, value representations, elements, character sets, and the registries of
 * PS3.5 and PS3.6 (data dictionary, UIDs, transfer syntaxes, storage SOP classes).
 *
 * <p>Everything here is immutable except {@link org.radcase.dicom.data.DataSetBuilder}. Files and
 * streams live in {@code dicom.part10}, pixels in {@code dicom.pixel}.
 */
@NullMarked
package org.radcase.dicom.data;

import org.jspecify.annotations.NullMarked;
