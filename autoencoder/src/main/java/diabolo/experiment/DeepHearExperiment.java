package diabolo.experiment;

import diabolo.training.CurvePoint;
import diabolo.training.Trained;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * DeepHear (Sun 2015) from end to end: the network pre-trained by Boltzmann machines, by autoencoders and not at all, each
 * with the same fine-tuning; what it reconstructs, what it makes of random bits and how original that is; a decoder without
 * an encoder; a wider waist; and melodies harmonized by search.
 *
 * <pre>{@code
 * Report report = new DeepHearExperiment(spec, data, run, Effort.FULL).run(progress);
 * report.metrics().get("train.wrongCells");
 * }</pre>
 */
public final class DeepHearExperiment {

    private final ExperimentSpec spec;
    private final TrainingData data;
    private final RunFolder run;
    private final DeepHearTrainings trainings;

    public DeepHearExperiment(ExperimentSpec spec, TrainingData data, RunFolder run, Effort effort) {
        this.spec = spec;
        this.data = data;
        this.run = run;
        this.trainings = new DeepHearTrainings(spec, data, run, effort);
    }

    /** Runs all of it; the model lies in the run folder afterwards. The report is not yet written. */
    public Report run(ExperimentProgress progress) throws IOException {
        Map<String, List<CurvePoint>> curves = new LinkedHashMap<>();
        DeepHearReport report = new DeepHearReport(spec, data, run);
        try (Trained main = trainings.byBoltzmannMachines(progress)) {
            new TrainingJob(spec, data, run).saveModel(main.network());
            curves.put("Boltzmann machines", main.curve());
            report.main(main.dense());
            report.generated();
        }
        try (Trained cascade = trainings.byAutoencoders(progress)) {
            curves.put("autoencoders", cascade.curve());
            report.compared("cascade", "pre-trained by autoencoders", cascade.dense());
        }
        try (Trained plain = trainings.withoutPretraining(progress)) {
            curves.put("no pre-training", plain.curve());
            report.compared("noPretraining", "without pre-training", plain.dense());
        }
        try (Trained wide = trainings.withWideWaist(progress)) {
            report.compared("wide", "waist of 256 numbers", wide.dense());
        }
        try (DeepHearTrainings.FromLabels fromLabels = trainings.fromLabels(progress)) {
            report.fromLabels(fromLabels);
        }
        report.harmonized(progress);
        return report.finish(curves);
    }
}
