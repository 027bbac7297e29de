package diabolo.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Token sequences to tensors and back, and to frames of one-hot cells and back.
 *
 * <pre>{@code
 * Tensor tokens = TokenTensors.of(windows);            // [lines, steps, batch]
 * List<int[][]> same = TokenTensors.toWindows(tokens); // [lines][steps] each
 * }</pre>
 */
public final class TokenTensors {

    private TokenTensors() {}

    /**
     * Windows as a tensor, time first, as LSTMs read them.
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

    /** The windows in a tensor [lines, steps, batch]. */
    public static List<int[][]> toWindows(Tensor tokens) {
        Tensor contiguous = tokens.contiguous();
        int lines = Math.toIntExact(contiguous.size(0));
        int steps = Math.toIntExact(contiguous.size(1));
        int batch = Math.toIntExact(contiguous.size(2));
        long[] all = new long[lines * steps * batch];
        new LongPointer(contiguous.data_ptr_long()).get(all, 0, all.length);
        List<int[][]> windows = new ArrayList<>(batch);
        for (int example = 0; example < batch; example++) {
            int[][] window = new int[lines][steps];
            for (int line = 0; line < lines; line++) {
                for (int step = 0; step < steps; step++) {
                    window[line][step] = (int) all[(line * steps + step) * batch + example];
                }
            }
            windows.add(window);
        }
        return windows;
    }

    /** The lines of what stands side by side in a dimension. */
    static List<Tensor> lines(Tensor together, int dimension, List<Integer> alphabets) {
        List<Tensor> lines = new ArrayList<>();
        long offset = 0;
        for (int alphabet : alphabets) {
            lines.add(together.narrow(dimension, offset, alphabet));
            offset += alphabet;
        }
        return lines;
    }

    /** The largest cell of every line and step of a frame, steps one after the other: [lines][steps]. */
    static int[][] tokensOf(float[] frame, List<Integer> alphabets, int steps) {
        int[][] tokens = new int[alphabets.size()][steps];
        int cell = 0;
        for (int step = 0; step < steps; step++) {
            for (int line = 0; line < alphabets.size(); line++) {
                for (int token = 0; token < alphabets.get(line); token++) {
                    if (frame[cell + token] > frame[cell + tokens[line][step]]) {
                        tokens[line][step] = token;
                    }
                }
                cell += alphabets.get(line);
            }
        }
        return tokens;
    }

    /** Tokens [lines][steps] as a frame of zeros and ones. */
    static float[] frameOf(int[][] tokens, List<Integer> alphabets) {
        int width = alphabets.stream().mapToInt(Integer::intValue).sum();
        float[] frame = new float[tokens[0].length * width];
        for (int step = 0; step < tokens[0].length; step++) {
            int cell = step * width;
            for (int line = 0; line < alphabets.size(); line++) {
                frame[cell + tokens[line][step]] = 1;
                cell += alphabets.get(line);
            }
        }
        return frame;
    }

    /** Portions of a list, each turned into results, one after the other. */
    static <A, B> List<B> inPortions(List<A> all, int size, Function<List<A>, List<B>> work) {
        List<B> results = new ArrayList<>(all.size());
        for (int from = 0; from < all.size(); from += size) {
            results.addAll(work.apply(all.subList(from, Math.min(all.size(), from + size))));
        }
        return results;
    }
}
