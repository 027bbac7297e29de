/**
 * Points of many dimensions seen in the plane, their neighbours and clusters: for maps of a latent space and experiments on manifolds.
 * It knows nothing of music; points are arrays of floats, [points][dimensions].
 *
 * <pre>{@code
 * float[][] codes = {{0, 0, 1}, {0, 1, 1}, {5, 5, 4}, {5, 4, 4}, {0, 0, 0}, {5, 5, 5}, {1, 0, 0}};
 * Projection projection = new Isomap(4); // or new Pca(), TSne.barnesHut(30), new Umap(15, 0.1)
 * float[][] plane = projection.of(codes, RandomSource.of(7), progress -> {});
 * double trust = Trustworthiness.of(codes, plane, 2, progress -> {}); // 1: no false neighbours
 * Clusters clusters = new KMeans(2).of(codes, RandomSource.of(7), progress -> {});
 * }</pre>
 *
 * <p>Read these first: {@link diabolo.projection.Projection}, {@link diabolo.projection.NearestNeighbours}, {@link
 * diabolo.projection.Trustworthiness}.
 */
@NullMarked
package diabolo.projection;

import org.jspecify.annotations.NullMarked;
