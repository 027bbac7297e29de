package diabolo.model;

import diabolo.representation.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Token sequences to tensors and back.
 *
 * <pre>{@code
 * Tensor tokens = TokenTensors.of(windows);            // [lines, steps, batch]
 * List<Tokens> same = TokenTensors.toTokens(tokens);
 * }</pre>
 */
public final class TokenTensors {

    private TokenTensors() {}

    /**
     * Windows as a tensor, time first, as LSTMs need them.
     *
     * @param windows [batch][lines][steps], of one size
     * @return [lines, steps, batch] of whole numbers
     */
    public static Tensor of(List<int[][]> windows) {
        int batch = windows.size();
        int lines = windows.getFirst().length;
        int steps = windows.getFirst()[0].length;
        long[] all = new long[lines * steps * batch];
        for (int example = 0; example < batch; example++) {
            for (int line = 0; line < lines; line++) {
                for (int step = 0; step < steps; step++) {
                    all[(line * steps + step) * batch + example] = windows.get(example)[line][step];
                }
            }
        }
        Tensor tokens = torch.empty(
                new long[] {lines, steps, batch}, new TensorOptions(torch.ScalarType.Long), new MemoryFormatOptional());
        new LongPointer(tokens.data_ptr_long()).put(all, 0, all.length);
        return tokens;
    }

    static Tensor ofTokens(List<Tokens> windows) {
        return of(windows.stream().map(Tokens::lines).toList());
    }

    /** The windows in a tensor [lines, steps, batch]. */
    static List<Tokens> toTokens(Tensor tokens) {
        Tensor contiguous = tokens.contiguous();
        int lines = Math.toIntExact(contiguous.size(0));
        int steps = Math.toIntExact(contiguous.size(1));
        int batch = Math.toIntExact(contiguous.size(2));
        long[] all = new long[lines * steps * batch];
        new LongPointer(contiguous.data_ptr_long()).get(all, 0, all.length);
        List<Tokens> windows = new ArrayList<>(batch);
        for (int example = 0; example < batch; example++) {
            int[][] window = new int[lines][steps];
            for (int line = 0; line < lines; line++) {
                for (int step = 0; step < steps; step++) {
                    window[line][step] = (int) all[(line * steps + step) * batch + example];
                }
            }
            windows.add(new Tokens(window));
        }
        return windows;
    }

    /** Tokens [lines, steps, batch] as numbers among those of all lines: [steps, batch, lines]. */
    static Tensor ofAllLines(Tensor tokens, List<Integer> alphabets) {
        TensorVector sideBySide = new TensorVector();
        long before = 0;
        for (int line = 0; line < alphabets.size(); line++) {
            sideBySide.push_back(tokens.select(0, line).add(new Scalar(before)));
            before += alphabets.get(line);
        }
        return torch.stack(sideBySide, 2);
    }

    /** The same shifted by one step: [steps, batch, lines], with {@code none} at the first. */
    static Tensor oneStepLater(Tensor tokens, long none) {
        Tensor first = torch.full_like(tokens.narrow(0, 0, 1), new Scalar(none));
        return torch.cat(new TensorVector(first, tokens.narrow(0, 0, tokens.size(0) - 1)), 0);
    }

    /** Segments as examples of a batch: [segments * steps, batch, width] to [steps, segments * batch, width]. */
    static Tensor apart(Tensor frames, long segments) {
        long steps = frames.size(0) / segments;
        return frames.reshape(segments, steps, frames.size(1), frames.size(2))
                .transpose(0, 1) // [steps, segments, batch, width]
                .reshape(steps, segments * frames.size(1), frames.size(2));
    }

    /** Splits lines that are concatenated in a dimension. */
    static List<Tensor> lines(Tensor together, int dimension, List<Integer> alphabets) {
        List<Tensor> lines = new ArrayList<>();
        long offset = 0;
        for (int alphabet : alphabets) {
            lines.add(together.narrow(dimension, offset, alphabet));
            offset += alphabet;
        }
        return lines;
    }
}
