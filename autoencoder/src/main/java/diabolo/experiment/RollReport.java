package diabolo.experiment;

import diabolo.corpus.Window;
import diabolo.evaluation.WrongCells;
import diabolo.model.DenseAutoencoder;
import diabolo.note.Plural;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How well a network of piano rolls reproduces windows: cells and notes of the likeliest reconstruction, and, with a code sampled
 * where the bottleneck is Gaussian, the lower bound in nats of a window.
 */
record RollReport(ExperimentSpec spec, TrainingData data) {

    Report of(DenseAutoencoder network) {
        Report report = new Report(spec.name(), spec.name());
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("windows", "wrong cells", "silence", "note F1", "cross-entropy, nats", "KL, bits", "active"));
        table.add(row(report, "train", data.training(), network));
        if (!data.heldOut().isEmpty()) {
            table.add(row(report, "heldOut", data.heldOut(), network));
        }
        report.text("The network %s learned %s of %s; %s held out of other pieces."
                .formatted(
                        spec.model().shape(),
                        Plural.of(data.training().size(), "window"),
                        spec.corpus(),
                        data.heldOut().size() == 1
                                ? "1 window was"
                                : "%d windows were".formatted(data.heldOut().size())));
        return report.table(table);
    }

    private List<String> row(Report report, String name, List<Window> windows, DenseAutoencoder network) {
        List<Frames> frames = TrainingData.frames(windows);
        ReconstructionMeasures measures = ReconstructionMeasures.of(network, spec.pianoRoll(), frames);
        LowerBound bound = LowerBound.of(
                network,
                TrainingData.numbers(windows),
                RandomSource.of(spec.seed()).derive("measures"));
        double silence = WrongCells.ofSilence(spec.pianoRoll(), frames);
        report.metric(name + ".windows", windows.size());
        report.metric(name + ".wrongCells", measures.wrongCells());
        report.metric(name + ".silent.wrongCells", silence);
        report.metric(name + ".noteF1", measures.noteF1());
        bound.tell(report, name + ".");
        return List.of(
                "%s: %d".formatted(name.equals("train") ? "learned" : "held out", windows.size()),
                String.format(Locale.ROOT, "%.1f", measures.wrongCells()),
                String.format(Locale.ROOT, "%.1f", silence),
                String.format(Locale.ROOT, "%.3f", measures.noteF1()),
                String.format(Locale.ROOT, "%.1f", bound.reconstructionNats()),
                String.format(Locale.ROOT, "%.1f", bound.divergenceBits()),
                "%d of %d".formatted(bound.activeUnits(), spec.model().codeSize()));
    }
}
