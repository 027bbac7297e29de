"""DeepHear's network in PyTorch, eager, as its users write it: the peer of diabolo.bench.DeepHearTraining."""

import json
import sys
import time

import numpy
import torch
from torch import nn
from torch.nn import functional

SIZES = [5632, 1024, 256, 64, 16]
BATCH = 128
WARM_UP = 5


class DeepHear(nn.Module):
    def __init__(self, folder):
        super().__init__()

        def read(name, *shape):
            values = numpy.fromfile(f"{folder}/{name}.f32", dtype="<f4").reshape(shape)
            return nn.Parameter(torch.from_numpy(values.copy()))

        pairs = list(zip(SIZES, SIZES[1:]))
        self.weights = nn.ParameterList(read(f"encoder.{i}.weight", out, into) for i, (into, out) in enumerate(pairs))
        self.up = nn.ParameterList(read(f"encoder.{i}.bias", out) for i, (_, out) in enumerate(pairs))
        self.down = nn.ParameterList(read(f"decoder.{i}.bias", into) for i, (into, _) in enumerate(pairs))

    def forward(self, x):
        for weight, bias in zip(self.weights, self.up):
            x = torch.sigmoid(functional.linear(x, weight, bias))
        for i in reversed(range(len(self.weights))):
            x = functional.linear(x, self.weights[i].t(), self.down[i])
            if i > 0:
                x = torch.sigmoid(x)
        return x


def main(folder, updates):
    frames = torch.from_numpy(numpy.fromfile(f"{folder}/frames.f32", dtype="<f4").reshape(BATCH, SIZES[0]).copy())
    network = DeepHear(folder)
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-3)
    losses = []
    for update in range(WARM_UP + updates):
        if update == WARM_UP:
            started, started_processor = time.perf_counter(), time.process_time()
        optimizer.zero_grad()
        loss = functional.binary_cross_entropy_with_logits(network(frames), frames, reduction="sum") / BATCH
        loss.backward()
        optimizer.step()
        value = loss.item()
        if update < WARM_UP:
            losses.append(value)
    seconds, processor_seconds = time.perf_counter() - started, time.process_time() - started_processor
    print(json.dumps({
        "size": BATCH,
        "millis": round(1000 * seconds / updates, 2),
        "processorMillis": round(1000 * processor_seconds / updates, 2),
        "check": losses,
    }))


main(sys.argv[1], int(sys.argv[2]))
