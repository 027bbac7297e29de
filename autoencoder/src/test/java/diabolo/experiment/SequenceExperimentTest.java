package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.latent.GeneratedPiece;
import diabolo.latent.LatentSpace;
import diabolo.latent.SamplingSettings;
import diabolo.midi.MidiWriter;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole experiment on music made for the test, in seconds. */
class SequenceExperimentTest {

    private static final String YAML = """
            name: tiny-melody
            corpus: tunes
            format: {kind: MELODY, bars: 2}
            heldOutShare: 0.3
            network: {encoderUnits: 12, codeSize: 6, decoder: HIERARCHICAL, decoderUnits: 12, decoderLayers: 1, conductorUnits: 8}
            training: {epochs: 2, batchSize: 8, regularization: {freeBits: 4}, transposition: 2, curriculum: [{bars: 1, epochs: 1, batchSize: 8}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void everyVariantIsMeasuredAndTheFirstCanBeUsed() throws IOException {
        ExperimentSpec spec = ExperimentCatalog.parse("tiny", YAML);
        Report report = report(
                spec, SequenceExperiment.Aspect.LATENT_SPACE, SequenceVariant.flatAndHierarchical(spec), Effort.FULL);

        Map<String, Double> metrics = report.metrics();
        for (String variant : List.of("flat.", "hierarchical.")) {
            for (String metric : List.of(
                    "teacherForced.accuracy",
                    "sampled.accuracy",
                    "onset.f1",
                    "alwaysHold.accuracy",
                    "sampled.validity",
                    "sampledAsFitted.validity",
                    "smoothness.neighbourChange",
                    "smoothness.largestStep")) {
                String name = metric.startsWith("always") ? metric : variant + metric;
                assertThat(metrics.get(name)).as(name).isBetween(0.0, 1.0);
            }
            assertThat(metrics.get(variant + "kl.bits")).isPositive();
            assertThat(metrics.get(variant + "activeUnits")).isBetween(0.0, 6.0);
        }
        assertThat(metrics.getOrDefault("flat.parameters", 0.0) / metrics.getOrDefault("hierarchical.parameters", 1.0))
                .isBetween(0.8, 1.2);
        assertThat(Files.readString(run().resolve("report.html")))
                .contains("<audio")
                .contains("as reported");
        try (LatentSpace space = LatentSpace.load(run())) {
            GeneratedPiece piece =
                    space.generate(SamplingSettings.of(space.description().spec()), 0);
            GeneratedPiece again = space.render(piece.provenance().recipe());
            assertThat(again.music()).isEqualTo(piece.music());
        }
    }

    @Test
    void theTradeOffIsACurveWithAPointForEveryNetwork() throws IOException {
        ExperimentSpec spec = ExperimentCatalog.parse("tiny", YAML);
        Report report =
                report(spec, SequenceExperiment.Aspect.TRADE_OFF, SequenceVariant.byDivergence(spec), Effort.QUICK);

        for (String variant : List.of("low.", "middle.", "high.")) {
            assertThat(report.metrics().get(variant + "sampled.validity")).isBetween(0.0, 1.0);
        }
        assertThat(Files.readString(run().resolve("report.html"))).contains("Reconstruction against draws");
    }

    @Test
    void nothingHeldOutIsLearnedFromBeItInAnotherKey() throws IOException {
        ExperimentSpec spec = ExperimentCatalog.parse("tiny", YAML);
        Path tunes = tunes(folder.resolve("tunes"));
        List<Note> notes = notes(0);
        write(tunes.resolve("original.mid"), notes);
        write(
                tunes.resolve("a-third-higher.mid"),
                notes.stream().map(note -> note.transpose(4)).toList());

        TrainingData data = (TrainingData) ExperimentData.open(List.of(tunes), spec);

        List<List<Integer>> learned = shapes(data.training());
        assertThat(data.heldOut()).isNotEmpty();
        assertThat(shapes(data.heldOut())).doesNotContainAnyElementsOf(learned);
    }

    private Report report(
            ExperimentSpec spec, SequenceExperiment.Aspect aspect, List<SequenceVariant> variants, Effort effort)
            throws IOException {
        TrainingData data = (TrainingData) ExperimentData.open(List.of(tunes(folder.resolve("tunes"))), spec);
        RunFolder run = RunFolder.create(Optional.of(run()), spec, data.corpus().fingerprint(), RunFolder.Start.FRESH);
        Report report =
                new SequenceExperiment("tiny", aspect, variants, data, run, effort).run(ExperimentProgress.SILENT);
        report.write(run.path());
        return report;
    }

    private Path run() {
        return folder.resolve("run");
    }

    /** Intervals instead of pitches. */
    private static List<List<Integer>> shapes(List<diabolo.corpus.Window> windows) {
        return TrainingData.tokens(windows).stream()
                .map(tokens -> {
                    int first = 0;
                    List<Integer> shape = new ArrayList<>();
                    for (int token : tokens.lines()[0]) {
                        first = first == 0 && token >= 2 ? token : first;
                        shape.add(token >= 2 ? 1000 + token - first : token);
                    }
                    return shape;
                })
                .toList();
    }

    private static Path tunes(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int tune = 0; tune < 6; tune++) {
            write(folder.resolve("tune-" + tune + ".mid"), notes(tune));
        }
        return folder;
    }

    private static List<Note> notes(int tune) {
        RandomGenerator random = RandomSource.of(tune).generator();
        List<Note> notes = new ArrayList<>();
        for (int beat = 0; beat < 24; beat++) {
            notes.add(new Note(Pitch.of(60 + random.nextInt(12)), Velocity.of(90), Beat.of(beat), Beat.of(1)));
        }
        return notes;
    }

    private static void write(Path file, List<Note> notes) throws IOException {
        Part part = new Part("melody", Instrument.PIANO, notes);
        MidiWriter.write(NoteSequence.of("tune", new Tempo(120), Meter.FOUR_FOUR, List.of(part)), file);
    }
}
