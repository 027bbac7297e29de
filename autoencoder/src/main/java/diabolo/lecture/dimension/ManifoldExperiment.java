package diabolo.lecture.dimension;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.Study;
import diabolo.picture.Picture;
import diabolo.report.Chapter;
import diabolo.report.NetworkPicture;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.MetricFormat;
import java.util.List;

/** The lecture's manifolds: surfaces in a space of more dimensions, and their maps. */
record ManifoldExperiment(Study study, Amounts amounts, ShippedModel melodyModel) implements Experiment {

    static final String NAME = "manifold";

    static final ExperimentSummary SUMMARY = ExperimentSummary.of(NAME, "Manifolds and their maps")
            .withLine("Manifolds and their maps: Swiss roll, Earth, digits, melodies in five ways")
            .withIdea(
                    "Data of many dimensions often lie near a surface of few, a manifold, each of whose dimensions is a kind of variation.",
                    "A map of it can be made in several ways, and each keeps something else: PCA large distances, Isomap distances along the surface, t-SNE and UMAP neighbours, an autoencoder what its decoder needs.",
                    "How far each map is to be trusted can be measured: by the false neighbours that it shows and the true ones that it tears apart.")
            .withLookFor(
                    "Isomap unrolls the Swiss roll, and PCA cannot.",
                    "No map of the Earth is without a fold or a tear; find where each is cut by following the meridians.",
                    "Digits fall into clusters that nobody asked for; melodies do not.",
                    "The autoencoder's two code units are a map as well, and the only one that leads back.")
            .withCorrection(
                    "A manifold is a set of connected points",
                    "It is a set in which every point has a neighbourhood that looks like a piece of a flat space of few dimensions; it need not be connected, and the ten digits are hardly one piece.")
            .withCorrection(
                    "tNSE is local structure-focused density reduction",
                    "t-SNE, t-distributed stochastic neighbour embedding, reduces dimensions, not density; on its maps densities, sizes and gaps mean little.")
            .withNext(
                    "Another seed: what stays is the data's, what changes is the method's",
                    "./diabolo experiment run manifold --seed 2")
            .withNext("Why it matters: distances in many dimensions", "./diabolo experiment run curse-of-dimension")
            .withNext("Walk through a map of music", "./diabolo experiment run latent-map")
            .withSources(
                    "J. Tenenbaum, V. de Silva, J. Langford, A global geometric framework for nonlinear dimensionality reduction, Science 2000",
                    "L. van der Maaten, G. Hinton, Visualizing data using t-SNE, JMLR 2008",
                    "L. McInnes, J. Healy, J. Melville, UMAP: uniform manifold approximation and projection, 2018",
                    "J. Venna, S. Kaski, Neighborhood preservation in nonlinear projection methods, ICANN 2001",
                    "G. Hinton, R. Salakhutdinov, Reducing the dimensionality of data with neural networks, Science 2006",
                    "I. Goodfellow, Y. Bengio, A. Courville, Deep Learning, 2016, sections 5.11.3 and 14.6");

    @Override
    public ExperimentSummary summary() {
        return SUMMARY;
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of(
                                "Swiss roll: correlation of Isomap's distances with those along the sheet",
                                "roll.isomap.correlation",
                                MetricFormat.THREE_DECIMALS)
                        .against("PCA", "roll.pca.correlation"),
                KeyFigure.of(
                                "digits: trustworthiness of t-SNE",
                                "digits.tsne.trustworthiness",
                                MetricFormat.THREE_DECIMALS)
                        .against("PCA", "digits.pca.trustworthiness"),
                KeyFigure.of(
                                "digits: trustworthiness of UMAP",
                                "digits.umap.trustworthiness",
                                MetricFormat.THREE_DECIMALS)
                        .against("PCA", "digits.pca.trustworthiness"),
                KeyFigure.of(
                                "digits: trustworthiness of two code units",
                                "digits.autoencoder.trustworthiness",
                                MetricFormat.THREE_DECIMALS)
                        .against("PCA", "digits.pca.trustworthiness"),
                KeyFigure.of(
                                "Earth: trustworthiness of t-SNE",
                                "sphere.tsne.trustworthiness",
                                MetricFormat.THREE_DECIMALS)
                        .against("the atlas", "sphere.chart.trustworthiness"));
    }

    @Override
    public List<Picture> diagrams() {
        return List.of(
                NetworkPicture.of("The autoencoder with two code units, of digits", PlaneAutoencoder.spec(784, true)));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(new ManifoldMaps(study, amounts, melodyModel));
    }

    @Override
    public String quickRemark() {
        return "Quick run: fewer points on each surface, and shorter trainings; maps of more points are denser and cleaner.";
    }
}
