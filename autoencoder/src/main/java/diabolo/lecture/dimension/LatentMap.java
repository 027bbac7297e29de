package diabolo.lecture.dimension;

import diabolo.experiment.Experiment;
import diabolo.experiment.ExperimentSummary;
import diabolo.experiment.Study;
import diabolo.report.Chapter;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.MetricFormat;
import java.util.List;

/** The plane of music: the codes of melodies and of drums as maps, with neighbours and a path to hear. */
record LatentMap(Study study, Amounts amounts, ShippedModel melodyModel, ShippedModel drumModel) implements Experiment {

    static final String NAME = "latent-map";

    static final ExperimentSummary SUMMARY = ExperimentSummary.of(NAME, "The plane of music")
            .withLine("The plane of music: codes of lead sheets, hymns, folk tunes, rags and drums")
            .withIdea(
                    "An autoencoder of music gives every two bars a place in its latent space.",
                    "Laid out in the plane, the space is a map: what lies together sounds related, and a path between two places is heard as one melody turning into another.",
                    "The map is made from a model that comes with Diabolo, and of music that it partly never saw.")
            .withLookFor(
                    "Whether the corpora are apart on the maps, and where they mix.",
                    "How often the nearest code is from the same tune, beside chance and beside the piano roll itself.",
                    "Listen to a window and its two neighbours: rhythm and contour agree more often than pitches.",
                    "Follow the path on the map while it plays.")
            .withCorrection(
                    "Local structure-focused density reduction (tNSE)",
                    "t-SNE, t-distributed stochastic neighbour embedding, reduces dimensions, not density; on its maps densities, sizes and gaps mean little.")
            .withNext("Another seed: other windows, other neighbours", "./diabolo experiment run latent-map --seed 2")
            .withNext(
                    "More points on the way between two melodies",
                    "./diabolo interpolate a.mid b.mid --model melody-2bar --count 13")
            .withNext("What a map keeps and what it tears", "./diabolo experiment run manifold")
            .withSources(
                    "A. Roberts, J. Engel, C. Raffel, C. Hawthorne, D. Eck, A hierarchical latent vector model for learning long-term structure in music, ICML 2018",
                    "L. van der Maaten, G. Hinton, Visualizing data using t-SNE, JMLR 2008",
                    "L. McInnes, J. Healy, J. Melville, UMAP: uniform manifold approximation and projection, 2018",
                    "J. Gillick, A. Roberts, J. Engel, D. Eck, D. Bamman, Learning to groove with inverse sequence transformations, ICML 2019: the drums");

    @Override
    public ExperimentSummary summary() {
        return SUMMARY;
    }

    @Override
    public List<KeyFigure> keyFigures() {
        return List.of(
                KeyFigure.of(
                                "melodies: the nearest code is of the same tune",
                                "neighbours.sameTune",
                                MetricFormat.SHARE)
                        .against("by chance", "neighbours.sameTune.byChance"),
                KeyFigure.of("the same by piano roll", "neighbours.sameTune.byRoll", MetricFormat.SHARE)
                        .against("by chance", "neighbours.sameTune.byChance"),
                KeyFigure.of(
                                "melodies: the nearest code of another tune is of the same corpus",
                                "neighbours.sameGroup",
                                MetricFormat.SHARE)
                        .against("by chance", "neighbours.sameGroup.byChance"),
                KeyFigure.of(
                                "drums: the nearest code is of the same performance",
                                "neighbours.drums.sameTune",
                                MetricFormat.SHARE)
                        .against("by chance", "neighbours.drums.sameTune.byChance"),
                KeyFigure.of(
                                "trustworthiness of the t-SNE of melodies",
                                "melodies.tsne.trustworthiness",
                                MetricFormat.THREE_DECIMALS)
                        .against("PCA", "melodies.pca.trustworthiness"));
    }

    @Override
    public List<Chapter> chapters() {
        return List.of(
                new MusicMaps(study, amounts, MusicMaps.Kind.MELODIES, melodyModel),
                new MusicMaps(study, amounts, MusicMaps.Kind.DRUMS, drumModel));
    }

    @Override
    public String quickRemark() {
        return "Quick run: a few hundred windows of some of the tunes; with more of them every window has more and nearer neighbours.";
    }
}
