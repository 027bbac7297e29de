package diabolo.experiment;

import diabolo.report.Chapter;
import diabolo.report.Effort;
import diabolo.report.Findings;
import diabolo.report.TrainedVariant;
import diabolo.report.page.Report;
import java.io.IOException;
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
        List<TrainedVariant> trained = new ArrayList<>();
        try {
            for (Variant variant : experiment.variants()) {
                trained.add(variant.train(run, progress));
            }
            Findings findings =
                    new Findings(trained, experiment.material(), effort, seed, run.path(), progress::message);
            return report(experiment, findings);
        } finally {
            trained.forEach(TrainedVariant::close);
        }
    }

    private Report report(Experiment experiment, Findings findings) throws IOException {
        ExperimentSummary summary = experiment.summary();
        Report report = new Report(summary.name(), summary.title()).opening(summary.claim());
        if (effort == Effort.QUICK) {
            report.opening(experiment.quickRemark());
        }
        report.keyFigures(experiment.keyFigures());
        for (Chapter chapter : experiment.chapters()) {
            chapter.write(findings, report);
        }
        return report;
    }
}
