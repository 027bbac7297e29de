package diabolo.experiment;

import diabolo.report.Chapter;
import diabolo.report.Effort;
import diabolo.report.Findings;
import diabolo.report.NetworkPicture;
import diabolo.report.TrainedVariant;
import diabolo.report.page.Report;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs experiments in a folder: trains the variants, then has the chapters written.
 *
 * <pre>{@code
 * Report report = new ExperimentRunner(run, 1, Effort.QUICK, ExperimentProgress.SILENT).run(experiment);
 * }</pre>
 *
 * @param seed of all chance in measuring
 */
record ExperimentRunner(RunFolder run, long seed, Effort effort, ExperimentProgress progress) {

    /** Runs all of it. The report is not yet written. */
    Report run(Experiment experiment) throws IOException {
        Instant start = Instant.now();
        progress.begins();
        List<TrainedVariant> trained = new ArrayList<>();
        try {
            for (Variant variant : experiment.variants()) {
                trained.add(variant.train(run, progress));
            }
            Findings findings =
                    new Findings(trained, experiment.material(), effort, seed, run.path(), progress::message);
            return RunSettings.addTo(report(experiment, findings), run, effort, start);
        } finally {
            trained.forEach(TrainedVariant::close);
        }
    }

    private Report report(Experiment experiment, Findings findings) throws IOException {
        ExperimentSummary summary = experiment.summary();
        Report report = new Report(summary.name(), summary.title()).introduction(summary.introduction());
        if (effort == Effort.QUICK) {
            report.quickRemark(experiment.quickRemark());
        }
        report.diagrams(experiment.diagrams()).diagrams(NetworkPicture.ofVariants(findings.variants()));
        report.keyFigures(experiment.keyFigures());
        for (Chapter chapter : experiment.chapters()) {
            chapter.write(findings, report);
        }
        return report;
    }
}
