package diabolo.experiment;

import diabolo.note.Pitch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** A few bars of chords in the benchmark's file format, and a network small enough to learn them in seconds. */
final class TinyCorpus {

    static final String YAML = """
            name: tiny
            corpus: tiny
            format: {kind: PIANO_ROLL, steps: 16, lowestPitch: 48, pitches: 36, strideSteps: 16}
            network: {hiddenSizes: [24, 4], hidden: RELU, code: RELU, tying: UNTIED, initializationFactor: 1}
            pretraining: {by: NONE}
            training: {epochs: 3, batchSize: 8}
            """;

    private static final int[][] TRIADS = {{0, 4, 7}, {5, 9, 12}, {7, 11, 14}, {9, 12, 16}};

    private TinyCorpus() {}

    static ExperimentSpec spec() throws IOException {
        return ExperimentCatalog.parse("tiny", YAML);
    }

    /** The music that {@link #write} wrote, with the test pieces held out. */
    static TrainingData data(Path folder) throws IOException {
        return (TrainingData) ExperimentData.open(List.of(folder), spec().withSplit(ExperimentSpec.Split.AS_PUBLISHED));
    }

    /** Writes a folder with six pieces of four bars, two of them for testing. */
    static Path write(Path folder) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        String json = "{\"train\": [%s, %s, %s, %s], \"test\": [%s, %s]}"
                .formatted(piece(random), piece(random), piece(random), piece(random), piece(random), piece(random));
        Files.writeString(folder.resolve("jsb-chorales-16th.json"), json);
        return folder;
    }

    private static String piece(SplittableRandom random) {
        StringBuilder steps = new StringBuilder("[");
        for (int beat = 0; beat < 16; beat++) {
            int[] triad = TRIADS[random.nextInt(TRIADS.length)];
            int root = Pitch.of(55 + random.nextInt(3)).midi();
            String chord = "[%d, %d, %d]".formatted(root + triad[0], root + triad[1], root + triad[2]);
            for (int step = 0; step < 4; step++) {
                steps.append(steps.length() == 1 ? "" : ", ").append(chord);
            }
        }
        return steps.append("]").toString();
    }
}
