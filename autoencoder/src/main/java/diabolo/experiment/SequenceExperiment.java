package diabolo.experiment;

import static diabolo.note.Checks.require;

import diabolo.latent.Prior;
import diabolo.model.RecurrentAutoencoder;
import diabolo.tensor.RandomSource;
import diabolo.training.Trained;
import java.io.IOException;
import java.util.List;

/**
 * MusicVAE (Roberts et al. 2018) trained on our music: one network, or several that differ in one thing, measured on held-out
 * pieces beside what was published.
 *
 * <pre>{@code
 * Report report = new SequenceExperiment(
 *         "musicvae-melody-2bar", Aspect.RECONSTRUCTION, variants, data, run, Effort.FULL).run(progress);
 * report.metrics().get("teacherForced.accuracy");
 * }</pre>
 */
final class SequenceExperiment {

    private static final int QUICK_WINDOWS = 480;
    private static final int DRAWS = 1000;
    private static final int QUICK_DRAWS = 100;

    /** What of the networks is looked at. */
    enum Aspect {
        RECONSTRUCTION,
        /** Also what can be drawn from the latent space, and what lies between melodies in it. */
        LATENT_SPACE,
        /** Also what a stronger pull towards the prior costs and buys. */
        TRADE_OFF
    }

    private final String name;
    private final Aspect aspect;
    private final List<SequenceVariant> variants;
    private final TrainingData data;
    private final RunFolder run;
    private final Effort effort;

    SequenceExperiment(
            String name,
            Aspect aspect,
            List<SequenceVariant> variants,
            TrainingData data,
            RunFolder run,
            Effort effort) {
        this.name = name;
        this.aspect = aspect;
        this.variants = variants;
        this.data = effort == Effort.FULL ? data : data.first(QUICK_WINDOWS);
        this.run = run;
        this.effort = effort;
        require(
                aspect == Aspect.RECONSTRUCTION || this.data.heldOut().size() >= 2,
                "draws are compared with held-out windows, of which there must be two, but there are %d; give more pieces, or a larger heldOutShare"
                        .formatted(this.data.heldOut().size()));
    }

    /** Runs all of it; the first network lies in the run folder afterwards as a model. The report is not yet written. */
    Report run(ExperimentProgress progress) throws IOException {
        SequenceReport report = new SequenceReport(name, data, run);
        for (SequenceVariant variant : variants) {
            ExperimentSpec spec = effort == Effort.FULL
                    ? variant.spec()
                    : variant.spec().withTraining(variant.spec().training().quick(1));
            String training = variant.name().isEmpty() ? "main" : variant.name();
            TrainingJob job = new TrainingJob(spec, data, run);
            try (Trained trained = job.train(training, progress)) {
                RunFolder folder = variant.equals(variants.getFirst()) ? run : run.inner(training);
                new TrainingJob(spec, data, folder).saveModel(trained.recurrent());
                progress.message("Measuring " + variant.words());
                SequenceMeasures unseen = report.variant(variant, trained);
                switch (aspect) {
                    case RECONSTRUCTION -> {}
                    case LATENT_SPACE ->
                        report.latentSpace(variant, LatentSpaceMeasures.of(spec, data, trained.recurrent(), effort));
                    case TRADE_OFF -> report.tradeOff(variant, unseen, validDraws(spec, trained.recurrent()));
                }
            }
        }
        return report.finish();
    }

    /** The share of valid ones among draws from the prior. */
    private double validDraws(ExperimentSpec spec, RecurrentAutoencoder network) {
        RandomSource random = RandomSource.of(spec.seed()).derive("draws");
        float[][] codes = Prior.Normal.codes(
                effort == Effort.FULL ? DRAWS : QUICK_DRAWS, network.spec().codeSize(), random);
        return new Plausibility(spec, data).validShare(network, codes, random);
    }
}
