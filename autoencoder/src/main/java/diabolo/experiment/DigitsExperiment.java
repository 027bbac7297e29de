package diabolo.experiment;

import diabolo.training.Trained;
import java.io.IOException;
import java.util.List;

/**
 * The variational autoencoder of Kingma and Welling (2014) on handwritten digits, as they measured it: the lower bound of test
 * digits, new digits, and the manifold of a code of two numbers.
 *
 * <pre>{@code
 * Report report = new DigitsExperiment(spec, digits, run, Effort.FULL, CODE_SIZES).run(progress);
 * report.metrics().get("code20.elbo.nats"); // about -105
 * }</pre>
 */
final class DigitsExperiment {

    /** Two for the manifold of Kingma and Welling's figure 4, twenty for their best bound (figure 2). */
    static final List<Integer> CODE_SIZES = List.of(2, 20);

    private static final int QUICK_EPOCHS = 2;
    private static final int QUICK_IMAGES = 10_000;

    private final ExperimentSpec spec;
    private final Digits digits;
    private final RunFolder run;
    private final List<Integer> codeSizes;

    DigitsExperiment(ExperimentSpec spec, Digits digits, RunFolder run, Effort effort, List<Integer> codeSizes) {
        this.spec = effort == Effort.FULL ? spec : spec.withEpochs(QUICK_EPOCHS);
        this.digits = effort == Effort.FULL ? digits : digits.first(QUICK_IMAGES);
        this.run = run;
        this.codeSizes = codeSizes;
    }

    /** Runs all of it; each network is a model in a folder of the run afterwards. The report is not yet written. */
    Report run(ExperimentProgress progress) throws IOException {
        DigitsReport report = new DigitsReport(spec, digits);
        for (int codeSize : codeSizes) {
            String name = "code" + codeSize;
            ExperimentSpec variant = spec.withCodeSize(codeSize);
            try (Trained trained = new TrainingJob(variant, digits, run).train(name, progress)) {
                new TrainingJob(variant, digits, run.inner(name)).saveModel(trained.network());
                progress.message("Measuring " + trained.network().spec().shape());
                report.network(trained);
            }
        }
        return report.finish();
    }
}
