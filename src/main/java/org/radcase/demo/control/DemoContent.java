package org.radcase.demo.control;

import org.radcase.cases.entity.AcgmeDomain;
import org.radcase.cases.entity.Answer;
import org.radcase.cases.entity.BodyPart;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.Category;
import org.radcase.cases.entity.Classification;
import org.radcase.cases.entity.Difficulty;
import org.radcase.cases.entity.Modality;
import org.radcase.cases.entity.Question;
import org.radcase.cases.entity.Sharing;
import org.radcase.cases.entity.Teaching;
import org.radcase.demo.entity.DemoCase;

/** A demo case as content of a draft. */
final class DemoContent {
  private DemoContent() {}

  static CaseContent of(DemoCase demo) {
    return new CaseContent(
        new Question(demo.presentation(), demo.clinicalHistory()),
        new Classification(
            Modality.of(demo.modality()).orElseThrow(),
            BodyPart.of(demo.bodyPart()).orElseThrow(),
            Category.of(demo.category()).orElseThrow(),
            new Difficulty(demo.difficulty())),
        new Answer(
            demo.title(),
            demo.findings(),
            demo.diagnosis(),
            demo.differential(),
            demo.teachingPoints()),
        new Teaching(
            demo.studentNotes(),
            demo.fellowNotes(),
            demo.acgmeDomains().stream()
                .map(d -> AcgmeDomain.of(d).orElseThrow())
                .toList(),
            demo.tags(),
            demo.references()),
        Sharing.INITIAL);
  }
}
