package diabolo.experiment;

import diabolo.report.Effort;

/**
 * What an experiment is given whose settings stand in its code, and which reads its data and trains its networks in its chapters.
 *
 * <pre>{@code
 * LabelledDigits digits = LabelledDigits.find(study.data());
 * }</pre>
 *
 * @param folder of the run, for checkpoints and what is written beside the report
 * @param seed of all chance
 */
public record Study(DataFolder data, RunFolder folder, Effort effort, long seed, ExperimentProgress progress) {}
