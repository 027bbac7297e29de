package diabolo.model;

import diabolo.representation.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
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
