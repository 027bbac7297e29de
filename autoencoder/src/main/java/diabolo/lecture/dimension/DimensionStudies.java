package diabolo.lecture.dimension;

import diabolo.experiment.Experiments;
import diabolo.experiment.LabelledDigits;
import java.util.ArrayList;
import java.util.List;

/**
 * The experiments of this package.
 *
 * <pre>{@code
 * DimensionStudies.entries().forEach(entry -> System.out.println(entry.experimentName()));
 * }</pre>
 */
public final class DimensionStudies {

    private DimensionStudies() {}

    /** In the lecture's order. */
    public static List<Experiments.Entry> entries() {
        List<String> digitsAndMelodies = new ArrayList<>(List.of(LabelledDigits.DATA_SET));
        digitsAndMelodies.addAll(Corpora.ofMelodies());
        List<String> melodiesAndDrums = new ArrayList<>(Corpora.ofMelodies());
        melodiesAndDrums.add(Corpora.DRUMS);
        return List.of(
                Experiments.Entry.study(
                        CurseOfDimension.NAME,
                        CurseOfDimension.SUMMARY.line(),
                        digitsAndMelodies,
                        study -> new CurseOfDimension(study, Amounts.of(study.effort()), ShippedModel.MELODIES)),
                Experiments.Entry.study(
                        ManifoldExperiment.NAME,
                        ManifoldExperiment.SUMMARY.line(),
                        digitsAndMelodies,
                        study -> new ManifoldExperiment(study, Amounts.of(study.effort()), ShippedModel.MELODIES)),
                Experiments.Entry.study(
                        LatentMap.NAME,
                        LatentMap.SUMMARY.line(),
                        melodiesAndDrums,
                        study -> new LatentMap(
                                study, Amounts.of(study.effort()), ShippedModel.MELODIES, ShippedModel.DRUMS)));
    }
}
