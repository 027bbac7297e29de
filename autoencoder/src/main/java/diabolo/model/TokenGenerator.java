package diabolo.model;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Autoregressive generation: each step is conditioned on the tokens sampled before. */
record TokenGenerator(List<TokenDecoder> decoders) {

    /**
     * Generates tokens.
     *
     * @param conditions of the segments: [segments, batch, conditionSize]
     * @param steps whole segments
     * @return [lines, steps, batch]
     */
    Tensor generate(Tensor conditions, int steps, TokenSampler sampler) {
        TensorVector lines = new TensorVector();
        for (TokenDecoder decoder : decoders) {
            int segmentSteps = steps / Math.toIntExact(conditions.size(0));
            for (Tensor line : generate(decoder, conditions, segmentSteps, sampler, Math.toIntExact(lines.size()))) {
                lines.push_back(line);
            }
        }
        return torch.stack(lines, 0);
    }

    /** Of each of a decoder's lines [steps, batch]. */
    private static List<Tensor> generate(
            TokenDecoder decoder, Tensor conditions, int segmentSteps, TokenSampler sampler, int firstLine) {
        List<TensorVector> generated =
                decoder.alphabets().stream().map(_ -> new TensorVector()).toList();
        List<Tensor> previous = List.of();
        for (int step = 0, segment = 0; segment < conditions.size(0); segment++) {
            TokenDecoder.Generation generation = decoder.generate(conditions.select(0, segment));
            for (int end = step + segmentSteps; step < end; step++) {
                List<Tensor> logits = generation.step(previous);
                List<Tensor> chosen = new ArrayList<>();
                for (int line = 0; line < logits.size(); line++) {
                    chosen.add(sampler.choose(logits.get(line), firstLine + line, step)); // [batch]
                    generated.get(line).push_back(chosen.get(line));
                }
                previous = chosen;
            }
        }
        return generated.stream().map(line -> torch.stack(line, 0)).toList();
    }
}
