package org.radcase.demo.entity.image;

import java.util.EnumMap;
import java.util.Map;

/** How bright each tissue is in one kind of image: a CT phase, an MR sequence. */
public final class Contrast {
  /** CT without contrast medium, HU. */
  public static final Contrast CT = new Contrast(0);

  /** CT when the arteries are full, HU. */
  public static final Contrast CT_ARTERIAL = CT.with(Tissue.BLOOD, 330)
      .with(Tissue.VEIN, 70)
      .with(Tissue.LIVER, 72)
      .with(Tissue.SPLEEN, 128)
      .with(Tissue.KIDNEY, 165)
      .with(Tissue.PANCREAS, 105)
      .with(Tissue.BOWEL, 75)
      .with(Tissue.MUSCLE, 60);

  /** CT when liver and veins are full, HU. */
  public static final Contrast CT_PORTAL = CT.with(Tissue.BLOOD, 165)
      .with(Tissue.VEIN, 172)
      .with(Tissue.LIVER, 112)
      .with(Tissue.SPLEEN, 122)
      .with(Tissue.KIDNEY, 185)
      .with(Tissue.PANCREAS, 98)
      .with(Tissue.BOWEL, 82)
      .with(Tissue.MUSCLE, 62);

  /** CT minutes later, HU. */
  public static final Contrast CT_DELAYED = CT.with(Tissue.BLOOD, 112)
      .with(Tissue.VEIN, 112)
      .with(Tissue.LIVER, 88)
      .with(Tissue.SPLEEN, 92)
      .with(Tissue.KIDNEY, 138)
      .with(Tissue.PELVIS, 900)
      .with(Tissue.PANCREAS, 72)
      .with(Tissue.BOWEL, 66)
      .with(Tissue.MUSCLE, 62);

  /** MR, T1 weighted. */
  public static final Contrast T1 = new Contrast(1);

  /** MR, T1 weighted after a gadolinium-based contrast medium. */
  public static final Contrast T1_GD = T1.with(Tissue.TUMOUR, 980)
      .with(Tissue.VEIN, 900)
      .with(Tissue.BLOOD, 620)
      .with(Tissue.SKIN, 560);

  /** MR, T2 weighted. */
  public static final Contrast T2 = new Contrast(2);

  /** MR, T2 weighted with the signal of free water nulled. */
  public static final Contrast FLAIR = new Contrast(3);

  /** MR, diffusion weighted at b = 1000 s/mm². */
  public static final Contrast DWI = new Contrast(4);

  /** MR, proton density or T2 weighted with fat suppression, STIR too. */
  public static final Contrast FAT_SUPPRESSED = new Contrast(5);

  private final EnumMap<Tissue, Double> values;

  private Contrast(int column) {
    values = new EnumMap<>(Tissue.class);
    for (var tissue : Tissue.values()) values.put(tissue, tissue.value(column));
  }

  private Contrast(Map<Tissue, Double> values) {
    this.values = new EnumMap<>(values);
  }

  /** This contrast with another value for one tissue. */
  public Contrast with(Tissue tissue, double value) {
    var changed = new Contrast(values);
    changed.values.put(tissue, value);
    return changed;
  }

  /** The value of a tissue: HU for CT. */
  public double of(Tissue tissue) {
    var value = values.get(tissue);
    return value == null ? 0 : value;
  }
}
