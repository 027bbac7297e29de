package diabolo.training;

import diabolo.tensor.NamedArray;
import diabolo.tensor.SafeTensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that a training needs to resume: the pre-trained layers, weights and optimizer state of the current stage, and the learning
 * curve. One SafeTensors file, replaced atomically and forced to disk.
 *
 * @param fingerprint of the plan and the examples; a checkpoint of another training is refused
 * @param stage the number of the current stage
 * @param epoch epochs done in it
 */
record Checkpoint(
        String fingerprint,
        int stage,
        int epoch,
        List<List<NamedArray>> layers,
        List<NamedArray> weights,
        List<NamedArray> optimizer,
        List<CurvePoint> curve,
        Optional<Best> best) {

    /**
     * The weights with the lowest held-out loss so far.
     *
     * @param losses of the held-out examples: initial, then after each epoch
     */
    record Best(List<Double> losses, List<NamedArray> weights) {
        Best {
            losses = List.copyOf(losses);
        }

        private static Best of(String losses, List<NamedArray> weights) {
            return new Best(
                    Stream.of(losses.split(",", -1)).map(Double::valueOf).toList(), weights);
        }

        private String inWords() {
            return losses.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
    }

    void write(Path file) throws IOException {
        List<NamedArray> arrays = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            addUnder("layer." + layer + ".", layers.get(layer), arrays);
        }
        addUnder("weights.", weights, arrays);
        addUnder("optimizer.", optimizer, arrays);
        Map<String, String> metadata = new HashMap<>(Map.of(
                "fingerprint", fingerprint,
                "stage", Integer.toString(stage),
                "epoch", Integer.toString(epoch),
                "layers", Integer.toString(layers.size()),
                "curve", CurveCsv.write(curve)));
        best.ifPresent(kept -> {
            addUnder("best.", kept.weights(), arrays);
            metadata.put("heldOutLosses", kept.inWords());
        });
        SafeTensors.write(file, new SafeTensors(metadata, arrays), SafeTensors.Precision.SINGLE);
    }

    /**
     * The checkpoint in a file, if the file exists.
     *
     * @throws IOException if it belongs to another training, or cannot be read
     */
    static Optional<Checkpoint> read(Path file, String fingerprint) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        SafeTensors content = SafeTensors.read(file);
        if (!fingerprint.equals(content.metadata().get("fingerprint"))) {
            throw new IOException(
                    "%s was written by a training with other settings or other examples; resume with those, or choose another folder"
                            .formatted(file));
        }
        try {
            return Optional.of(of(content, fingerprint));
        } catch (NumberFormatException | IndexOutOfBoundsException incomplete) {
            throw new IOException(
                    "%s is an incomplete checkpoint; remove it to train from the beginning".formatted(file),
                    incomplete);
        }
    }

    private static Checkpoint of(SafeTensors content, String fingerprint) {
        Map<String, String> metadata = content.metadata();
        int layerCount = Integer.parseInt(metadata.getOrDefault("layers", ""));
        List<List<NamedArray>> layers = new ArrayList<>();
        for (int layer = 0; layer < layerCount; layer++) {
            layers.add(content.arraysUnder("layer." + layer + "."));
        }
        return new Checkpoint(
                fingerprint,
                Integer.parseInt(metadata.getOrDefault("stage", "")),
                Integer.parseInt(metadata.getOrDefault("epoch", "")),
                layers,
                content.arraysUnder("weights."),
                content.arraysUnder("optimizer."),
                CurveCsv.read(metadata.getOrDefault("curve", "")),
                Optional.ofNullable(metadata.get("heldOutLosses"))
                        .map(losses -> Best.of(losses, content.arraysUnder("best."))));
    }

    private static void addUnder(String prefix, List<NamedArray> arrays, List<NamedArray> all) {
        arrays.forEach(array -> all.add(new NamedArray(prefix + array.name(), array.shape(), array.values())));
    }
}
