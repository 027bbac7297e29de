package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.corpus.OtherMeters;
import diabolo.experiment.TrainingVerdict.Judgement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingVerdictTest {

    private static final Format MELODY = new Format.Melody(2, "4/4", OtherMeters.REFUSED);

    private static TrainingVerdict of(Map<String, Double> metrics) {
        return TrainingVerdict.of(MELODY, metrics, Optional.of("melody-2bar")).orElseThrow();
    }

    @Test
    void figuresStandBesideThoseOfTheModelBefore() {
        TrainingVerdict verdict = of(Map.of("onset.f1", 0.825, "activeUnits", 62.0, "from.onset.f1", 0.753));

        assertThat(verdict.figures())
                .contains("82.5 % of held-out music", "melody-2bar before: 75.3 %", "62 active units");
        assertThat(verdict.judgement()).isEqualTo(Judgement.USABLE);
    }

    @Test
    void aCollapsedCodeHasLearnedNothingHoweverGoodItsDecoder() {
        assertThat(of(Map.of("onset.f1", 0.6, "activeUnits", 0.0)).judgement()).isEqualTo(Judgement.NOTHING_LEARNED);
        assertThat(of(Map.of("onset.f1", 0.3, "activeUnits", 5.0)).judgement()).isEqualTo(Judgement.WEAK);
        assertThat(of(Map.of("onset.f1", 0.0, "activeUnits", 5.0)).judgement()).isEqualTo(Judgement.NOTHING_LEARNED);
    }

    @Test
    void aGeneratorThatGivesBackNoLessThanBeforeIsUsable() {
        assertThat(of(Map.of("onset.f1", 0.41, "activeUnits", 58.0, "from.onset.f1", 0.36))
                        .judgement())
                .isEqualTo(Judgement.USABLE);
        assertThat(of(Map.of("onset.f1", 0.31, "activeUnits", 58.0, "from.onset.f1", 0.36))
                        .judgement())
                .isEqualTo(Judgement.WEAK);
    }

    @Test
    void withoutHeldOutMusicTheTrainingMusicIsNamed() {
        assertThat(of(Map.of("train.onset.f1", 0.9, "train.activeUnits", 5.0)).figures())
                .contains("of training music");
    }
}
