package diabolo.lecture.dimension;

import diabolo.projection.Isomap;
import diabolo.projection.Pca;
import diabolo.projection.Projection;
import diabolo.projection.TSne;
import diabolo.projection.Umap;
import java.util.List;

/**
 * A projection with the name that it has in reports.
 *
 * @param metric the word for it in the names of metrics
 */
record Mapping(String metric, String words, Projection projection) {

    private static final int ISOMAP_NEIGHBOURS = 10;
    private static final int MOST_NEIGHBOURS = 160;
    private static final int UMAP_NEIGHBOURS = 15;
    private static final double PERPLEXITY = 30;

    /** The four, from linear to local. */
    static List<Mapping> of(float[][] points) {
        return List.of(pca(), isomap(points), tSne(points.length), umap());
    }

    static Mapping pca() {
        return new Mapping("pca", "PCA", new Pca());
    }

    static Mapping tSne(int points) {
        return new Mapping("tsne", "t-SNE", TSne.barnesHut(Math.min(PERPLEXITY, points / 4.0)));
    }

    static Mapping umap() {
        return new Mapping("umap", "UMAP", new Umap(UMAP_NEIGHBOURS, 0.1, Umap.Start.SPECTRAL));
    }

    /** With as few neighbours as tie all points together, 10 at least. */
    static Mapping isomap(float[][] points) {
        int neighbours = ISOMAP_NEIGHBOURS;
        while (neighbours < MOST_NEIGHBOURS && new Isomap(neighbours).largestPart(points).length < points.length) {
            neighbours *= 2;
        }
        return new Mapping("isomap", "Isomap", new Isomap(neighbours));
    }
}
