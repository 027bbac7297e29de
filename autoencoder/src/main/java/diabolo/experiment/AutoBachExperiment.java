package diabolo.experiment;

import diabolo.latent.LatentSpace;
import diabolo.training.Trained;
import java.io.IOException;

/**
 * The lecture's "AutoBach": a plain autoencoder of four-part music, and what its decoder makes of codes drawn from two
 * ranges that know nothing of real codes, uniform(-1, 1) and uniform(-10, 10), beside codes drawn where real ones lie.
 * Nothing was published of its network or its music, so both are ours; the two ranges are the lecture's.
 *
 * <pre>{@code
 * Report report = new AutoBachExperiment(spec, data, run, Effort.FULL).run(progress);
 * report.metrics().get("uniform10.outsideShare");
 * }</pre>
 */
public final class AutoBachExperiment {

    private static final int SAMPLES = 1000;
    private static final int QUICK_SAMPLES = 100;
    private static final int QUICK_EPOCHS = 4;

    private final ExperimentSpec spec;
    private final TrainingData data;
    private final RunFolder run;
    private final int samples;

    public AutoBachExperiment(ExperimentSpec spec, TrainingData data, RunFolder run, Effort effort) {
        this.spec = effort == Effort.FULL
                ? spec
                : spec.withEpochs(Math.min(QUICK_EPOCHS, spec.training().epochs()));
        this.data = data;
        this.run = run;
        this.samples = effort == Effort.FULL ? SAMPLES : QUICK_SAMPLES;
    }

    /** Runs all of it; the model lies in the run folder afterwards. The report is not yet written. */
    public Report run(ExperimentProgress progress) throws IOException {
        TrainingJob job = new TrainingJob(spec, data, run);
        try (Trained trained = job.train("main", progress)) {
            job.saveModel(trained.network());
            AutoBachReport report = new AutoBachReport(job, data, trained.dense(), samples);
            try (LatentSpace space = LatentSpace.load(run.path())) {
                for (AutoBachPrior prior : AutoBachPrior.values()) {
                    progress.message("Drawing codes from " + prior.prior().name());
                    report.sampled(prior, space);
                }
            }
            return report.finish(trained.curve());
        }
    }
}
