package diabolo.training;

/**
 * One epoch of a learning curve.
 *
 * @param phase 0 for the first stage; the last is the fine-tuning
 * @param epoch 1 for the first
 * @param loss the mean over the examples: of the phase's loss for gradients, of the squared error of the last
 *     reconstruction for Boltzmann machines
 * @param learningRate at the beginning of the epoch
 */
public record CurvePoint(int phase, int epoch, double loss, double learningRate) {}
