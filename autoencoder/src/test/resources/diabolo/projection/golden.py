"""Computes the golden values beside this file with scikit-learn and umap-learn, and writes them here.

python3 golden.py, with numpy 1.24, scikit-learn 1.2.1 and umap-learn 0.5.3. The points are made here too. Each file has one row a
line; numbers are separated by spaces.
"""
import pathlib

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, Isomap, _t_sne, trustworthiness
from sklearn.neighbors import KNeighborsClassifier, NearestNeighbors
from umap.umap_ import find_ab_params, fuzzy_simplicial_set

HERE = pathlib.Path(__file__).parent


def write(name, rows, form="%.9g"):
    np.savetxt(HERE / name, np.atleast_2d(rows), fmt=form)


def rounded(points):
    """As the files have it, in single precision."""
    return np.round(points, 3).astype(np.float32)


random = np.random.RandomState(7)

# Five clusters of 30 points in ten dimensions, wide enough to touch.
centres = random.normal(0, 1.5, (5, 10))
labels = np.repeat(np.arange(5), 30)
spreads = np.linspace(1.5, 0.5, 10)
blobs = rounded(centres[labels] + random.normal(0, 1, (150, 10)) * spreads)
write("blobs.txt", blobs, "%.3f")
write("blobs-labels.txt", labels.reshape(-1, 1), "%d")

# A rolled sheet of 200 points: angle 1.5 pi to 4.5 pi, height 0 to 21.
angle = 1.5 * np.pi * (1 + 2 * random.uniform(size=200))
height = 21 * random.uniform(size=200)
roll = rounded(np.stack([angle * np.cos(angle), height, angle * np.sin(angle)], axis=1))
write("roll.txt", roll, "%.3f")

pca = PCA(4, svd_solver="full").fit(blobs.astype(np.float64))
write("blobs-pca-directions.txt", pca.components_)
write("blobs-pca-variances.txt", pca.explained_variance_.reshape(-1, 1))

near = NearestNeighbors(n_neighbors=6).fit(blobs.astype(np.float64))
distances, indices = near.kneighbors()
write("blobs-neighbours.txt", indices, "%d")
write("blobs-distances.txt", distances)

isomap = Isomap(n_neighbors=8, n_components=2, eigen_solver="dense").fit(roll.astype(np.float64))
write("roll-isomap.txt", isomap.embedding_)

squared = ((blobs[:, None].astype(np.float64) - blobs[None]) ** 2).sum(-1)
affinities = _t_sne._joint_probabilities(squared, 20, 0)
numbers = {}
full = np.zeros((150, 150))
full[np.triu_indices(150, 1)] = affinities
numbers["affinity-0-1"] = full[0, 1]
numbers["affinity-0-40"] = full[0, 40]
numbers["affinity-3-17"] = full[3, 17]
for perplexity in (10, 20):
    # From the PCA with a little noise: every start ends in another minimum.
    start = pca.transform(blobs.astype(np.float64))[:, :2]
    starts = [1e-4 * start / start[:, 0].std() + 1e-6 * random.normal(size=start.shape) for _ in range(8)]
    runs = [TSNE(perplexity=perplexity, method="exact", init=start, learning_rate="auto") for start in starts]
    planes = [run.fit_transform(blobs.astype(np.float64)) for run in runs]
    numbers[f"tsne-exact-mean-divergence-{perplexity}"] = np.mean([run.kl_divergence_ for run in runs])
    if perplexity == 20:
        write("blobs-tsne.txt", planes[0], "%.6g")
        numbers["tsne-divergence"] = runs[0].kl_divergence_
        numbers["tsne-trustworthiness-5"] = trustworthiness(blobs, planes[0], n_neighbors=5)

flat = pca.transform(blobs.astype(np.float64))[:, :2]
write("blobs-plane.txt", flat)
for k in (1, 5, 20):
    numbers[f"pca-trustworthiness-{k}"] = trustworthiness(blobs.astype(np.float64), flat, n_neighbors=k)
    numbers[f"pca-continuity-{k}"] = trustworthiness(flat, blobs.astype(np.float64), n_neighbors=k)

for k in (2, 5, 8):
    numbers[f"kmeans-inertia-{k}"] = KMeans(k, n_init=20, random_state=0).fit(blobs.astype(np.float64)).inertia_

# Two labels, every third one wrong, and an odd number of neighbours: no ties, and some mistakes.
two = (labels >= 2) ^ (random.uniform(size=150) < 1 / 3)
write("blobs-two-labels.txt", two.reshape(-1, 1), "%d")
half = np.arange(150) % 2 == 0
classifier = KNeighborsClassifier(7).fit(blobs[half].astype(np.float64), two[half])
write("blobs-classified.txt", classifier.predict(blobs[~half].astype(np.float64)).reshape(-1, 1), "%d")
numbers["classifier-accuracy-7"] = classifier.score(blobs[~half].astype(np.float64), two[~half])

for distance in (0.0, 0.1, 0.5, 0.99):
    a, b = find_ab_params(1.0, distance)
    numbers[f"umap-a-{distance:g}"] = a
    numbers[f"umap-b-{distance:g}"] = b

# umap-learn counts the point itself among the 10 neighbours.
own = np.concatenate([np.arange(150)[:, None], NearestNeighbors(n_neighbors=9).fit(blobs).kneighbors()[1]], axis=1)
lengths = np.sqrt(np.take_along_axis(squared, own, axis=1)).astype(np.float32)
graph = fuzzy_simplicial_set(
    blobs, 10, np.random.RandomState(0), "euclidean", knn_indices=own, knn_dists=lengths)[0]
graph = csr_matrix(graph)
write("blobs-umap-graph.txt", graph.toarray()[:20], "%.5g")

with open(HERE / "numbers.txt", "w") as file:
    for name, number in numbers.items():
        file.write(f"{name} {number:.10g}\n")
