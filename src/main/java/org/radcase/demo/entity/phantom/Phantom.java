package org.radcase.demo.entity.phantom;

import java.util.List;
import java.util.function.Function;
import org.radcase.demo.entity.image.ImageSeries;

/** The scans of the demo cases, by the names that the cases give them. */
public enum Phantom {
  CT_HEAD_EPIDURAL(lab -> new HeadCts(lab).epidural()),
  CT_HEAD_SUBARACHNOID(lab -> new HeadCts(lab).subarachnoid()),
  CT_HEAD_BASAL_GANGLIA(lab -> new HeadCts(lab).basalGanglia()),
  CT_HEAD_INFARCT(lab -> new HeadCts(lab).infarct()),
  MR_BRAIN_GLIOBLASTOMA(lab -> new BrainMrs(lab).glioblastoma()),
  MR_BRAIN_PLAQUES(lab -> new BrainMrs(lab).plaques()),
  MR_BRAIN_MENINGIOMA(lab -> new BrainMrs(lab).meningioma()),
  CT_CHEST_NODULE(lab -> new ChestCts(lab).nodule()),
  CT_CHEST_EMBOLISM(lab -> new ChestCts(lab).embolism()),
  CT_CHEST_GROUND_GLASS(lab -> new ChestCts(lab).groundGlass()),
  CT_ABDOMEN_STONE(lab -> new AbdomenCts(lab).stone()),
  CT_ABDOMEN_HAEMANGIOMA(lab -> new AbdomenCts(lab).haemangioma()),
  CT_ABDOMEN_ANEURYSM(lab -> new AbdomenCts(lab).aneurysm()),
  CT_ABDOMEN_SPLEEN(lab -> new AbdomenCts(lab).spleen()),
  CR_CHEST_PNEUMOTHORAX(lab -> new ChestFilms(lab).pneumothorax()),
  CR_CHEST_PNEUMONIA(lab -> new ChestFilms(lab).pneumonia()),
  CR_CHEST_EFFUSION(lab -> new ChestFilms(lab).effusion()),
  DX_HAND(lab -> new BoneFilms(lab).hand()),
  DX_WRIST(lab -> new BoneFilms(lab).wrist()),
  DX_KNEE(lab -> new BoneFilms(lab).knee()),
  DX_PELVIS(lab -> new BoneFilms(lab).pelvis()),
  DX_ABDOMEN(lab -> new BoneFilms(lab).abdomen()),
  MR_KNEE(lab -> new JointMrs(lab).knee()),
  MR_LUMBAR(lab -> new JointMrs(lab).lumbar()),
  US_GALLSTONE(lab -> new Clips(lab).gallstone()),
  US_TAMPONADE(lab -> new Clips(lab).tamponade()),
  XA_CORONARY(lab -> new Clips(lab).coronary()),
  MG_CARCINOMA(lab -> new Mammograms(lab).carcinoma()),
  NM_BONE_SCAN(lab -> new Tracers(lab).boneMetastases()),
  PT_LYMPHOMA(lab -> new Tracers(lab).lymphoma());

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that holds nothing
  private final Function<Lab, List<ImageSeries>> scan;

  Phantom(Function<Lab, List<ImageSeries>> scan) {
    this.scan = scan;
  }

  /** The series of this scan; their pixels are made when asked for. */
  public List<ImageSeries> series(Lab lab) {
    return scan.apply(lab.of(name()));
  }
}
