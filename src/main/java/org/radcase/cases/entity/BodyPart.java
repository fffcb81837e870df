package org.radcase.cases.entity;

import java.util.Arrays;
import java.util.Optional;

/** The defined terms of Body Part Examined (0018,0015). Source: PS3.16 Annex L, Table L-1. */
public enum BodyPart {
  ABDOMEN("abdomen"),
  ABDOMENPELVIS("abdomen and pelvis"),
  ADRENAL("adrenal gland"),
  ANKLE("ankle"),
  AORTA("aorta"),
  ARM("arm"),
  AXILLA("axilla"),
  BACK("back"),
  BLADDER("bladder"),
  BRAIN("brain"),
  BREAST("breast"),
  BRONCHUS("bronchus"),
  BUTTOCK("buttock"),
  CALCANEUS("calcaneus"),
  CALF("calf"),
  CAROTID("carotid artery"),
  CEREBELLUM("cerebellum"),
  CERVIX("cervix"),
  CHEEK("cheek"),
  CHEST("chest"),
  CHESTABDOMEN("chest and abdomen"),
  CHESTABDPELVIS("chest, abdomen and pelvis"),
  CIRCLEOFWILLIS("circle of Willis"),
  CLAVICLE("clavicle"),
  COCCYX("coccyx"),
  COLON("colon"),
  CORNEA("cornea"),
  CORONARYARTERY("coronary artery"),
  CSPINE("cervical spine"),
  CTSPINE("cervicothoracic junction"),
  DUODENUM("duodenum"),
  EAR("ear"),
  ELBOW("elbow"),
  ESOPHAGUS("oesophagus"),
  EXTREMITY("extremity"),
  EYE("eye"),
  EYELID("eyelid"),
  FACE("face"),
  FEMUR("femur"),
  FINGER("finger"),
  FOOT("foot"),
  GALLBLADDER("gallbladder"),
  HAND("hand"),
  HEAD("head"),
  HEADNECK("head and neck"),
  HEART("heart"),
  HIP("hip"),
  HUMERUS("humerus"),
  IAC("internal auditory canal"),
  ILEUM("ileum"),
  ILIUM("ilium"),
  JAW("jaw"),
  JEJUNUM("jejunum"),
  KIDNEY("kidney"),
  KNEE("knee"),
  LARYNX("larynx"),
  LEG("leg"),
  LIVER("liver"),
  LSPINE("lumbar spine"),
  LSSPINE("lumbosacral spine"),
  LUNG("lung"),
  MAXILLA("maxilla"),
  MEDIASTINUM("mediastinum"),
  MOUTH("mouth"),
  NECK("neck"),
  NECKCHEST("neck and chest"),
  NECKCHESTABDOMEN("neck, chest and abdomen"),
  NECKCHESTABDPELV("neck, chest, abdomen and pelvis"),
  NOSE("nose"),
  ORBIT("orbit"),
  OVARY("ovary"),
  PANCREAS("pancreas"),
  PAROTID("parotid gland"),
  PATELLA("patella"),
  PELVIS("pelvis"),
  PENIS("penis"),
  PHARYNX("pharynx"),
  PROSTATE("prostate"),
  RADIUS("radius"),
  RADIUSULNA("radius and ulna"),
  RECTUM("rectum"),
  RIB("rib"),
  SCALP("scalp"),
  SCAPULA("scapula"),
  SCLERA("sclera"),
  SCROTUM("scrotum"),
  SHOULDER("shoulder"),
  SKULL("skull"),
  SPINE("spine"),
  SPLEEN("spleen"),
  SSPINE("sacrum"),
  STERNUM("sternum"),
  STOMACH("stomach"),
  SUBMANDIBULAR("submandibular gland"),
  TESTIS("testis"),
  THIGH("thigh"),
  THUMB("thumb"),
  THYMUS("thymus"),
  THYROID("thyroid"),
  TIBIA("tibia"),
  TIBIAFIBULA("tibia and fibula"),
  TLSPINE("thoracolumbar junction"),
  TMJ("temporomandibular joint"),
  TOE("toe"),
  TONGUE("tongue"),
  TRACHEA("trachea"),
  TSPINE("thoracic spine"),
  ULNA("ulna"),
  URETER("ureter"),
  URETHRA("urethra"),
  UTERUS("uterus"),
  VAGINA("vagina"),
  VULVA("vulva"),
  WHOLEBODY("whole body"),
  WRIST("wrist"),
  ZYGOMA("zygoma");

  private final String word;

  BodyPart(String word) {
    this.word = word;
  }

  /** DICOM's defined term, as in JSON and in the database. */
  public String term() {
    return name();
  }

  /** As a radiologist says it within a sentence. */
  public String word() {
    return word;
  }

  public static Optional<BodyPart> of(String term) {
    return Arrays.stream(values()).filter(one -> one.name().equals(term)).findFirst();
  }
}
