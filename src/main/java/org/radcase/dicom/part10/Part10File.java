package org.radcase.dicom.part10;

import java.util.Optional;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.TransferSyntax;

/**
 * What a reader found in a file.
 *
 * @param meta the elements of group 0002; empty if the file has none
 * @param dataSet the rest; long values and pixel data are {@link
 *     org.radcase.dicom.data.Value.InFile} unless the reader was told to load them
 * @param dataSetOffset first byte of the data set in the file (of the deflated stream, where it is)
 * @param pixelData where the image's pixels are; none if the object is no image, or if they were
 *     loaded with the rest
 */
public record Part10File(
    DataSet meta,
    TransferSyntax transferSyntax,
    DataSet dataSet,
    long dataSetOffset,
    Optional<PixelData> pixelData) {}
