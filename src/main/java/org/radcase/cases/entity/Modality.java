package org.radcase.cases.entity;

import java.util.Arrays;
import java.util.Optional;

/**
 * The equipment that made the images: those defined terms of Modality (0008,0060) that name
 * something to look at. Source: PS3.3 C.7.3.1.1.1.
 */
public enum Modality {
  AR("Autorefraction"),
  AS("Angioscopy"),
  BI("Biomagnetic imaging"),
  BMD("Bone densitometry"),
  CR("Radiograph"),
  CT("CT"),
  DG("Diaphanography"),
  DMS("Dermoscopy"),
  DX("Radiograph"),
  ECG("ECG"),
  EEG("EEG"),
  EMG("EMG"),
  EOG("EOG"),
  EPS("Cardiac electrophysiology"),
  ES("Endoscopy"),
  GM("Microscopy"),
  HD("Haemodynamic waveform"),
  IO("Intraoral radiograph"),
  IVOCT("Intravascular OCT"),
  IVUS("Intravascular ultrasound"),
  LEN("Lensometry"),
  LS("Laser surface scan"),
  MG("Mammogram"),
  MR("MR"),
  NM("Nuclear medicine"),
  OAM("Ophthalmic axial measurements"),
  OCT("OCT"),
  OP("Ophthalmic photograph"),
  OPM("Ophthalmic mapping"),
  OPT("Ophthalmic tomogram"),
  OPV("Visual field"),
  OSS("Optical surface scan"),
  OT("Image"),
  PT("PET"),
  PX("Panoramic radiograph"),
  RF("Fluoroscopy"),
  RG("Radiograph on film"),
  RTIMAGE("Radiotherapy image"),
  SM("Slide microscopy"),
  TG("Thermogram"),
  US("Ultrasound"),
  XA("Angiogram"),
  XC("Photograph");

  private final String word;

  Modality(String word) {
    this.word = word;
  }

  /** DICOM's defined term, as in JSON and in the database. */
  public String term() {
    return name();
  }

  /** As a radiologist says it at the beginning of a sentence. */
  public String word() {
    return word;
  }

  public static Optional<Modality> of(String term) {
    return Arrays.stream(values()).filter(one -> one.name().equals(term)).findFirst();
  }
}
