package diabolo.experiment;

import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.descriptor.Descriptor;
import diabolo.report.AttributeMatrix;
import diabolo.report.AttributeSweep;
import diabolo.report.Chapter;
import diabolo.report.InterpolationPaths;
import diabolo.report.page.KeyFigure;
import java.util.List;

/**
 * A question about a trained model of melodies.
 */
record ModelStudy(ExperimentSummary summary, List<KeyFigure> keyFigures, List<Chapter> chapters) {

    static final List<ModelStudy> ALL = List.of(
            new ModelStudy(
                    ExperimentSummary.of(
                                    "interpolation",
                                    "Interpolation between melodies, in latent space and in data space")
                            .withLine("Interpolation between melodies, in latent space and in data space")
                            .withIdea(
                                    "Between two melodies there are many ways.",
                                    "To mix their notes, taking each from the one or the other by chance, is a way through the space of the data: halfway it passes through melodies that no one would write.",
                                    "A path between their codes passes through other melodies instead, if the latent space is smooth.")
                            .withLookFor(
                                    "The cost ratio along the path: 1 is as plausible as the two ends, more is less plausible. The data space has a hump.",
                                    "The distance from the start: a good path leaves gradually, not in one jump.",
                                    "Listen to the same pair both ways.")
                            .withNext(
                                    "Between two melodies of your own",
                                    "./diabolo interpolate a.mid b.mid --model melody-2bar --count 9 --out between")
                            .withNext(
                                    "The same two in data space",
                                    "./diabolo interpolate a.mid b.mid --model melody-2bar --data --out mixed")
                            .withNext(
                                    "A smoother latent space, with less exact reconstruction",
                                    "./diabolo experiment run interpolation --model melody-2bar-low")
                            .withSources(
                                    "A. Roberts, J. Engel, C. Raffel, C. Hawthorne and D. Eck, A hierarchical latent vector model for learning long-term structure in music, ICML 2018: section 5.3 and figure 3"),
                    List.of(
                            KeyFigure.of(
                                            "cost ratio halfway, latent space",
                                            "latentSpace.middleCostRatio",
                                            TWO_DECIMALS)
                                    .against("data space", "dataSpace.middleCostRatio"),
                            KeyFigure.of("distance halfway, latent space", "latentSpace.middleDistance", SHARE)
                                    .against("data space", "dataSpace.middleDistance")),
                    List.of(new InterpolationPaths())),
            new ModelStudy(
                    ExperimentSummary.of("attributes", "What attribute vectors of melodies change")
                            .withLine("What attribute vectors of melodies change")
                            .withIdea(
                                    "An attribute of melodies, such as note density, is a direction in the latent space: a code moved along its vector decodes to a melody with more of it.",
                                    "The paper makes the vector of the mean code of music with much of an attribute less that of music with little, and so it also moves what goes with the attribute in music.",
                                    "An isolated vector is learned from what the decoder makes of moved codes, and moves the others as little as it can.")
                            .withLookFor(
                                    "The diagonals of the matrices: what each vector is meant to change. All else is leakage.",
                                    "The paper's vectors beside the isolated ones: which moves its own attribute further, and which moves less of the others?",
                                    "Samples of the prior beside melodies that were held out: the same vector has another effect on them.",
                                    "The sweep: one code, moved step by step.")
                            .withCorrection(
                                    "An attribute vector is the average latent vector of examples that share the attribute",
                                    "Roberts et al. take a difference: the mean code of the quarter of the music with most of the attribute less that of the quarter with least. The average alone also holds what all melodies have in common.")
                            .withNext(
                                    "More notes in a melody of yours",
                                    "./diabolo attribute apply note-density tune.mid --model melody-2bar --strength 2")
                            .withNext("The other model", "./diabolo experiment run attributes --model melody-2bar-low")
                            .withSources(
                                    "A. Roberts, J. Engel, C. Raffel, C. Hawthorne and D. Eck, A hierarchical latent vector model for learning long-term structure in music, ICML 2018: section 5.4 and figure 5"),
                    Descriptor.MUSIC_VAE.stream()
                            .map(attribute -> KeyFigure.of(
                                            "change of %s by its own vector, standard deviations"
                                                    .formatted(attribute.id()),
                                            "matrix.%s.deviations".formatted(attribute.id()),
                                            TWO_DECIMALS)
                                    .against(
                                            "at most by another vector",
                                            "matrix.%s.others.deviations".formatted(attribute.id())))
                            .toList(),
                    List.of(new AttributeMatrix(), new AttributeSweep())));
}
