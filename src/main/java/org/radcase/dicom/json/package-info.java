/**
 * The DICOM JSON Model, both ways: data sets as {@code application/dicom+json}, streamed, and back
 * from JSON that nobody vouches for. Source: PS3.18 annex F.
 *
 * <p>Media types, URLs and multipart bodies belong to who speaks HTTP: a value that travels beside the
 * JSON is named by {@link org.radcase.dicom.json.BulkDataUris} and fetched by {@link
 * org.radcase.dicom.json.BulkValues}.
 */
@NullMarked
package org.radcase.dicom.json;

import org.jspecify.annotations.NullMarked;
