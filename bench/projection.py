"""Handwritten digits in the plane by scikit-learn: the peer of diabolo.bench.ProjectionCase."""

import json
import sys
import time

import numpy
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, Isomap, trustworthiness

PIXELS = 28 * 28


def isomap(points):
    return Isomap(n_neighbors=10).fit_transform(points)


def t_sne(points):
    reduced = PCA(n_components=50, random_state=1).fit_transform(points)
    return TSNE(perplexity=30, init="pca", learning_rate="auto", random_state=1).fit_transform(reduced)


def main(folder):
    pixels = numpy.fromfile(f"{folder}/pixels.f32", dtype="<f4").reshape(-1, PIXELS)
    for method, count in ((isomap, 2000), (t_sne, 5000)):
        points = pixels[:count]
        started, started_processor = time.perf_counter(), time.process_time()
        plane = method(points)
        seconds, processor_seconds = time.perf_counter() - started, time.process_time() - started_processor
        print(json.dumps({
            "size": count,
            "millis": round(1000 * seconds, 1),
            "processorMillis": round(1000 * processor_seconds, 1),
            "check": [float(trustworthiness(points, plane, n_neighbors=10))],
        }), flush=True)


main(sys.argv[1])
