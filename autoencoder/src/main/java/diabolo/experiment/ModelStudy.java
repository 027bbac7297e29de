package diabolo.experiment;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.descriptor.Descriptor;
import diabolo.report.AttributeMatrix;
import diabolo.report.AttributeSweep;
import diabolo.report.Chapter;
import diabolo.report.InterpolationPaths;
import diabolo.report.page.KeyFigure;
import java.util.Arrays;
import java.util.List;

/**
 * A question about a trained model of melodies.
 */
record ModelStudy(ExperimentSummary summary, List<KeyFigure> keyFigures, List<Chapter> chapters) {

    static final List<ModelStudy> ALL = List.of(
            new ModelStudy(
                    new ExperimentSummary(
                            "interpolation",
                            "Interpolation between melodies, in latent space and in data space",
                            "A path in latent space passes through other melodies, mixing the notes passes through implausible ones (A. Roberts et al., 2018). Paths between held-out melodies are measured point by point: distance from the start, and plausibility."),
                    List.of(
                            KeyFigure.of(
                                    "cost ratio halfway, latent space", "latentSpace.middleCostRatio", TWO_DECIMALS),
                            KeyFigure.of("cost ratio halfway, data space", "dataSpace.middleCostRatio", TWO_DECIMALS),
                            KeyFigure.of("distance halfway, latent space", "latentSpace.middleDistance", SHARE),
                            KeyFigure.of("distance halfway, data space", "dataSpace.middleDistance", SHARE)),
                    List.of(new InterpolationPaths())),
            new ModelStudy(
                    new ExperimentSummary(
                            "attributes",
                            "What attribute vectors of melodies change",
                            "An attribute of melodies, such as note density, is a direction in the latent space: adding its vector to a code gives a melody with more of it (A. Roberts et al., 2018). Measured is how much each vector changes its own attribute, and the others."),
                    Arrays.stream(Descriptor.values())
                            .map(attribute -> KeyFigure.of(
                                    "change of %s by its own vector, per cent".formatted(attribute.id()),
                                    "matrix.%1$s.%1$s".formatted(attribute.id()),
                                    ONE_DECIMAL))
                            .toList(),
                    List.of(new AttributeMatrix(), new AttributeSweep())));
}
