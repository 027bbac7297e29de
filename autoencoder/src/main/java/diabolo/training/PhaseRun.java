package diabolo.training;

import diabolo.tensor.NamedArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs one phase, epoch by epoch, with checkpoints. */
record PhaseRun(
        Phase phase,
        int number,
        String fingerprint,
        List<List<NamedArray>> stages,
        List<CurvePoint> curve,
        ProgressClock clock,
        Optional<Path> file,
        long checkpointEveryNanos) {

    /** Writing one takes a second or so of a large network. */
    static final long CHECKPOINT_EVERY_NANOS = 20_000_000_000L;

    void run(int firstEpoch) throws IOException {
        long written = System.nanoTime();
        for (int epoch = firstEpoch; !isOver(epoch); epoch++) {
            double loss = phase.runEpoch(epoch);
            requireFinite(loss, epoch);
            curve.add(new CurvePoint(number, epoch + 1, loss, phase.learningRate(epoch)));
            clock.epochDone(phase, number, epoch + 1, loss);
            if (System.nanoTime() - written > checkpointEveryNanos || isOver(epoch + 1)) {
                write(epoch + 1);
                written = System.nanoTime();
            }
        }
    }

    private boolean isOver(int epochsDone) {
        return epochsDone >= phase.epochs()
                || phase.earlyStopping()
                        .isTime(curve.stream()
                                .filter(point -> point.phase() == number)
                                .map(CurvePoint::loss)
                                .toList());
    }

    private void requireFinite(double loss, int epoch) {
        if (!Double.isFinite(loss)) {
            throw new IllegalArgumentException("the loss of %s became %s in epoch %d; choose a lower learning rate"
                    .formatted(phase.name(), loss, epoch + 1));
        }
    }

    private void write(int epochsDone) throws IOException {
        if (file.isPresent()) {
            new Checkpoint(fingerprint, number, epochsDone, stages, phase.weights(), phase.optimizerState(), curve)
                    .write(file.get());
        }
    }
}
