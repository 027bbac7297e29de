package diabolo.experiment.diffusion;

import static diabolo.note.Checks.requireBetween;

import diabolo.model.DenoiserSpec;

/**
 * How faders are trained on the codes of a trained network: the {@code faders} of an experiment's YAML.
 *
 * <pre>{@code
 * faders: {updates: 8000}
 * }</pre>
 *
 * @param updates of 256 windows, 0 for no faders; to 1,000,000
 * @param width see {@link diabolo.model.DenoiserSpec}, and so are blocks
 */
public record FaderSettings(int updates, int width, int blocks) {

    public FaderSettings {
        requireBetween("updates of the faders", updates, 0, 1_000_000);
        new DenoiserSpec(1, 1, 0, width, blocks, 1, 0); // validates
    }
}
