package diabolo.nn;

import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** What an LSTM reads. */
public sealed interface LstmInput {

    long batch();

    /** The same for products. */
    Columns columns();

    /** Frames: [steps, batch, in]. */
    record Frames(Tensor frames) implements LstmInput {

        @Override
        public long batch() {
            return frames.size(1);
        }

        @Override
        public Columns columns() {
            return new Columns(frames, Optional.empty());
        }
    }

    /**
     * Tokens of one or more lines, each a one-hot vector, beside a condition that is the same at every step.
     *
     * <p>Of a one-hot vector a product takes a column of the weight and leaves out the others. So no such vector is made here.
     *
     * @param tokens numbers among the tokens of all lines, or {@code count} for none: [steps, batch, lines]
     * @param count the tokens of all lines
     * @param condition [batch, conditionSize]
     */
    record Tokens(Tensor tokens, int count, Optional<Tensor> condition) implements LstmInput {

        /** Widths are multiples of this, since oneDNN compiles a kernel for each width. */
        private static final long WIDTHS_APART = 32;

        private long steps() {
            return tokens.size(0);
        }

        @Override
        public long batch() {
            return tokens.size(1);
        }

        /** As plain arrays: [steps][batch * lines]. */
        int[][] numbers() {
            long[] all = new long[Math.toIntExact(tokens.numel())];
            new LongPointer(tokens.contiguous().data_ptr_long()).get(all, 0, all.length);
            int[][] numbers = new int[Math.toIntExact(steps())][];
            int width = all.length / numbers.length;
            for (int step = 0; step < numbers.length; step++) {
                numbers[step] = Arrays.stream(all, step * width, (step + 1) * width)
                        .mapToInt(Math::toIntExact)
                        .toArray();
            }
            return numbers;
        }

        /**
         * The columns of tokens that occur, and of the condition. Of the 512 tokens of drums a batch has a few
         * dozen; multiplying the zeros of the others would be most of the work of an input layer.
         */
        @Override
        public Columns columns() {
            Tensor flat = tokens.flatten();
            Tensor occurs = torch.bincount(flat, new TensorOptional(), count + 1L)
                    .narrow(0, 0, count)
                    .gt(new Scalar(0)); // [count]
            Tensor columns = occurs.nonzero().flatten(); // [occurring]
            long width = Math.min(count, Math.ceilDiv(columns.size(0), WIDTHS_APART) * WIDTHS_APART);
            Tensor places = torch.constant_pad_nd(
                            occurs.cumsum(0).sub(new Scalar(1)), new long[] {0, 1}, new Scalar(width))
                    .index_select(0, flat);
            Tensor frames = torch.zeros(steps(), batch(), width + 1) // the last one for no token
                    .scatter_(2, places.view(tokens.sizes()), new Scalar(1.0))
                    .narrow(2, 0, width)
                    .contiguous();
            Tensor padded = torch.constant_pad_nd(columns, 0, width - columns.size(0));
            return condition
                    .map(some -> with(some, frames, padded))
                    .orElseGet(() -> new Columns(frames, Optional.of(padded)));
        }

        private Columns with(Tensor some, Tensor frames, Tensor columns) {
            Tensor everywhere = some.unsqueeze(0).expand(steps(), batch(), some.size(1));
            Tensor added = torch.arange(
                    new Scalar(count), new Scalar(count + some.size(1)), new TensorOptions(torch.ScalarType.Long));
            return new Columns(
                    torch.cat(new TensorVector(frames, everywhere), 2),
                    Optional.of(torch.cat(new TensorVector(columns, added), 0)));
        }
    }

    /**
     * Some columns of frames, all others being zero.
     *
     * @param frames [steps, batch, width]
     * @param columns the index of each in a whole frame: [width]; padding columns are always zero; none for all
     */
    record Columns(Tensor frames, Optional<Tensor> columns) {

        /** The columns of an input weight: [4 units, width]. */
        Tensor of(Tensor weight) {
            return columns.map(some -> weight.index_select(1, some)).orElse(weight);
        }
    }
}
