package diabolo.experiment;

import diabolo.file.AtomicFile;
import diabolo.tensor.SafeTensors;
import diabolo.training.CurveCsv;
import diabolo.training.Examples;
import diabolo.training.Trained;
import diabolo.training.Trainer;
import java.io.IOException;
import java.util.Map;

/**
 * The variational autoencoder of Kingma and Welling (2014) on handwritten digits, as they measured it: the lower bound of test
 * digits, new digits, and the manifold of a code of two numbers.
 *
 * <pre>{@code
 * Report report = new DigitsExperiment(DigitsSpec.DEFAULT, digits, run, Effort.FULL).run(progress);
 * report.metrics().get("code20.elbo.nats"); // about -105
 * }</pre>
 */
final class DigitsExperiment {

    private static final int QUICK_EPOCHS = 2;
    private static final int QUICK_IMAGES = 10_000;

    private final DigitsSpec spec;
    private final Digits digits;
    private final RunFolder run;

    DigitsExperiment(DigitsSpec spec, Digits digits, RunFolder run, Effort effort) {
        this.spec = effort == Effort.FULL ? spec : spec.withEpochs(QUICK_EPOCHS);
        this.digits = effort == Effort.FULL ? digits : digits.first(QUICK_IMAGES);
        this.run = run;
    }

    /** Runs all of it; the weights of each network lie in the run folder afterwards. The report is not yet written. */
    Report run(ExperimentProgress progress) throws IOException {
        DigitsReport report = new DigitsReport(spec, digits);
        for (int codeSize : spec.codeSizes()) {
            String name = "code" + codeSize;
            try (Trained trained = new Trainer(spec.plan(digits.pixels(), codeSize))
                    .trainResumably(
                            Examples.of(digits.training().pixels()), progress.training(name), run.checkpoint(name))) {
                AtomicFile.write(run.file("training-" + name + ".csv"), CurveCsv.write(trained.curve()));
                SafeTensors.write(
                        run.file(name + ".safetensors"),
                        new SafeTensors(Map.of(), trained.network().parameters().toArrays()),
                        SafeTensors.Precision.SINGLE);
                progress.message("Measuring " + trained.network().spec().shape());
                report.network(trained);
            }
        }
        return report.finish();
    }
}
