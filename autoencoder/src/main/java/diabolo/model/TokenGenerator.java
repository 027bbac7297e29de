package diabolo.model;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** A decoder at work by itself: it hears what it has written and nothing else. */
record TokenGenerator(List<TokenDecoder> stacks) {

    /**
     * Writes.
     *
     * @param conditions what each segment is written from: [segments, batch, conditionSize]
     * @param steps to write, whole segments
     * @return [lines, steps, batch]
     */
    Tensor write(Tensor conditions, int steps, TokenSampler sampler) {
        TensorVector lines = new TensorVector();
        for (TokenDecoder stack : stacks) {
            int segmentSteps = steps / Math.toIntExact(conditions.size(0));
            for (Tensor line : write(stack, conditions, segmentSteps, sampler, Math.toIntExact(lines.size()))) {
                lines.push_back(line);
            }
        }
        return torch.stack(lines, 0);
    }

    /** Of each of a stack's lines [steps, batch]. */
    private static List<Tensor> write(
            TokenDecoder stack, Tensor conditions, int segmentSteps, TokenSampler sampler, int firstLine) {
        List<TensorVector> written =
                stack.alphabets().stream().map(_ -> new TensorVector()).toList();
        List<Tensor> previous = List.of();
        for (int step = 0, segment = 0; segment < conditions.size(0); segment++) {
            TokenDecoder.Writing writing = stack.write(conditions.select(0, segment));
            for (int end = step + segmentSteps; step < end; step++) {
                List<Tensor> logits = writing.step(previous);
                List<Tensor> chosen = new ArrayList<>();
                for (int line = 0; line < logits.size(); line++) {
                    chosen.add(sampler.choose(logits.get(line), firstLine + line, step)); // [batch]
                    written.get(line).push_back(chosen.get(line));
                }
                previous = chosen;
            }
        }
        return written.stream().map(line -> torch.stack(line, 0)).toList();
    }
}
