package org.radcase.demo.entity.image;

/**
 * What bodies are made of, and how bright each kind of image shows it: CT in HU without contrast
 * medium; MR in arbitrary units of a scanner, roughly true to each other at 1.5 T.
 */
public enum Tissue {
  AIR(-1000, 8, 8, 8, 5, 8),
  LUNG(-850, 30, 30, 30, 10, 30),
  FAT(-105, 860, 640, 520, 40, 140),
  SKIN(25, 470, 260, 230, 40, 150),
  MUSCLE(55, 330, 150, 190, 110, 300),
  TENDON(80, 90, 50, 60, 30, 60),
  CARTILAGE(110, 380, 330, 300, 90, 560),
  CORTEX(1150, 35, 25, 25, 10, 25),
  SPONGY(260, 660, 410, 330, 30, 175),
  DISC(75, 330, 560, 300, 80, 480),
  CORD(35, 470, 360, 360, 200, 330),
  CSF(7, 130, 980, 70, 50, 900),
  GREY(39, 390, 470, 500, 330, 470),
  WHITE(29, 520, 320, 360, 260, 330),
  BLOOD(44, 70, 50, 60, 20, 60),
  VEIN(42, 120, 110, 90, 30, 110),
  WATER(4, 140, 960, 150, 60, 950),
  LIVER(58, 470, 220, 260, 160, 260),
  SPLEEN(50, 350, 390, 380, 320, 420),
  KIDNEY(34, 430, 380, 360, 300, 420),
  PELVIS(6, 150, 950, 150, 60, 920),
  PANCREAS(42, 460, 260, 280, 180, 300),
  BOWEL(38, 340, 300, 300, 160, 330),
  STOOL(25, 380, 260, 260, 100, 240),
  CALCIUM(820, 40, 30, 30, 10, 30),
  CLOT(68, 560, 170, 420, 180, 300),
  OEDEMA(20, 310, 800, 840, 300, 820),
  INFARCT(19, 330, 760, 800, 930, 760),
  TUMOUR(40, 330, 590, 640, 430, 600),
  NECROSIS(14, 170, 890, 480, 180, 860),
  PLAQUE(24, 310, 830, 920, 420, 840);

  @SuppressWarnings("ImmutableEnumChecker") // never handed out
  private final double[] values;

  Tissue(double ct, double t1, double t2, double flair, double diffusion, double fatSuppressed) {
    values = new double[] {ct, t1, t2, flair, diffusion, fatSuppressed};
  }

  double value(int column) {
    return values[column];
  }
}
