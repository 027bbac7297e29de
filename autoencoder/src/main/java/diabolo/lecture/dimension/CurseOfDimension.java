package diabolo.lecture.dimension;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.Study;
import diabolo.report.Chapter;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.MetricFormat;
import java.util.List;

/**
 * The lecture's "malediction of high dimensionality" (Mallat 2018), measured: distances between random points become alike, and those
 * between digits and melodies do not.
 *
 * @param melodyModel of two bars of melody
 */
record CurseOfDimension(Study study, Amounts amounts, ShippedModel melodyModel) implements Experiment {

    static final String NAME = "curse-of-dimension";

    static final ExperimentSummary SUMMARY = ExperimentSummary.of(NAME, "The curse of dimension, and what escapes it")
            .withLine("Distances in high dimension (Mallat 2018): random points, digits, melodies")
            .withIdea(
                    "In many dimensions all random points are about equally far from each other, so that the nearest neighbour knows no more than any other, and no amount of data covers the space.",
                    "Images and music escape because they are not random points: they lie near surfaces of few dimensions.",
                    "So the remedy is to find that surface, which is what an autoencoder's codes are for.")
            .withLookFor(
                    "The spread of distances falls like 1/√d; at 100 dimensions it is a twentieth of the mean, and the closed form needs no simulation to say so.",
                    "Three neighbours classify digits of 784 dimensions almost without fault, where among 784 random dimensions they would guess.",
                    "The same pixels torn from each other behave like random points: the pixels' distributions are not what makes digits easy.",
                    "Codes of melodies have 64 dimensions instead of some thousand cells, and find the tune about as often.")
            .withCorrection(
                    "Euclidean distance is unhelpful in high dimensions because all vectors are almost equidistant to the query",
                    "So it is for vectors whose coordinates are independent. Of digits in 784 dimensions the nearest neighbours are right for 97 of 100: what counts is the dimension of the surface that data lie near, about a dozen here, not that of the space.")
            .withCorrection(
                    "An image of 2,000 by 1,000 pixels in colour has 6,000,000 bits",
                    "It has 6,000,000 numbers, which are the dimensions; at eight bits each they are 48 million bits.")
            .withNext("Another seed", "./diabolo experiment run curse-of-dimension --seed 2")
            .withNext("Surfaces of two dimensions, unrolled", "./diabolo experiment run manifold")
            .withNext("The plane of music", "./diabolo experiment run latent-map")
            .withSources(
                    "S. Mallat, L'apprentissage face à la malédiction de la grande dimension, Collège de France, 2018",
                    "K. Beyer, J. Goldstein, R. Ramakrishnan, U. Shaft, When is \"nearest neighbor\" meaningful?, ICDT 1999",
                    "E. Levina, P. Bickel, Maximum likelihood estimation of intrinsic dimension, NIPS 2004",
                    "I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, section 5.11",
                    "Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, Gradient-based learning applied to document recognition, 1998");

    @Override
    public ExperimentSummary summary() {
        return SUMMARY;
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of(
                                "spread of distances, 100 uniform dimensions",
                                "uniform.d100.relativeSpread",
                                MetricFormat.FOUR_DECIMALS)
                        .asReported("0.0548, closed form")
                        .against("in one dimension", "uniform.d1.relativeSpread"),
                KeyFigure.of(
                                "spread of distances, 100 normal dimensions",
                                "normal.d100.relativeSpread",
                                MetricFormat.FOUR_DECIMALS)
                        .asReported("0.0612, closed form")
                        .against("in one dimension", "normal.d1.relativeSpread"),
                KeyFigure.of("test error of 3 neighbours, digits", "knn.testError", MetricFormat.SHARE)
                        .asReported("about 3 %, of 60,000")
                        .againstKnown("90 %, guessing"),
                KeyFigure.of("the same with shuffled pixels", "shuffled.knn.testError", MetricFormat.SHARE)
                        .againstKnown("90 %, guessing"),
                KeyFigure.of("intrinsic dimension of digits", "digits.intrinsicDimension", MetricFormat.ONE_DECIMAL)
                        .asReported("10 to 15")
                        .against("shuffled pixels", "shuffled.intrinsicDimension"),
                KeyFigure.of(
                                "melodies whose nearest by code is of the same tune",
                                "melodies.byCode.sameTune",
                                MetricFormat.SHARE)
                        .against("by chance", "melodies.byChance.sameTune"),
                KeyFigure.of(
                        "melodies whose nearest by piano roll is of the same tune",
                        "melodies.byRoll.sameTune",
                        MetricFormat.SHARE));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(
                new DistanceConcentration(study, amounts),
                new NeighboursAndDimension(study, amounts),
                new DigitNeighbours(study, amounts),
                new MelodyNeighbours(study, amounts, melodyModel));
    }

    @Override
    public String quickRemark() {
        return "Quick run: neighbours are sought among a tenth of the digits, so that they are wrong more often than among all; everything else is as in the full run with fewer points.";
    }
}
