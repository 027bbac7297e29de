"""DeepHear's first layer in scikit-learn: the peer of diabolo.bench.DenseTraining's CD1. Its Gibbs chain goes on from update to update."""

import json
import sys
import time

import numpy
from sklearn.neural_network import BernoulliRBM

VISIBLE, HIDDEN, BATCH, WARM_UP = 5632, 1024, 128, 5


def read(folder, name, *shape):
    return numpy.fromfile(f"{folder}/{name}.f32", dtype="<f4").reshape(shape)


def error(machine, frames):
    hidden = machine.transform(frames)
    hidden = (machine.random_state_.random_sample(hidden.shape) < hidden).astype(numpy.float32)
    visible = 1 / (1 + numpy.exp(-(hidden @ machine.components_ + machine.intercept_visible_)))
    return float(((visible - frames) ** 2).sum() / BATCH)


def main(folder, updates):
    frames = read(folder, "frames", BATCH, VISIBLE)
    machine = BernoulliRBM(n_components=HIDDEN, learning_rate=0.1, batch_size=BATCH, random_state=1)
    machine.partial_fit(frames)  # builds it; then it begins where the other side does
    machine.h_samples_[:] = 0
    machine.components_ = read(folder, "encoder.0.weight", HIDDEN, VISIBLE).copy()
    machine.intercept_hidden_ = read(folder, "encoder.0.bias", HIDDEN).copy()
    machine.intercept_visible_ = read(folder, "decoder.0.bias", VISIBLE).copy()
    errors = []
    for update in range(WARM_UP + updates):
        if update == WARM_UP:
            started, started_processor = time.perf_counter(), time.process_time()
        if update == 0:  # later on the chains differ
            errors.append(error(machine, frames))
        machine.partial_fit(frames)
    seconds, processor_seconds = time.perf_counter() - started, time.process_time() - started_processor
    print(json.dumps({
        "size": BATCH,
        "millis": round(1000 * seconds / updates, 2),
        "processorMillis": round(1000 * processor_seconds / updates, 2),
        "check": errors,
    }))


main(sys.argv[1], int(sys.argv[2]))
