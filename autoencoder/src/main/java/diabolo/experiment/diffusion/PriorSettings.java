package diabolo.experiment.diffusion;

import static diabolo.note.Checks.requireBetween;

import diabolo.model.DenoiserSpec;

/**
 * How the prior of tunes is trained on the codes of a trained network: the {@code prior} of an experiment's YAML.
 *
 * <pre>{@code
 * prior: {updates: 4000}
 * }</pre>
 *
 * @param updates of 128 runs of windows, 0 for no prior; to 1,000,000
 * @param width see {@link diabolo.model.DenoiserSpec}, and so are blocks and dropout
 */
public record PriorSettings(int updates, int width, int blocks, double dropout) {

    public PriorSettings {
        requireBetween("updates of the prior", updates, 0, 1_000_000);
        new DenoiserSpec(PriorTraining.WINDOWS, 1, 0, width, blocks, PriorTraining.HEADS, dropout); // validates
    }
}
