package diabolo.model;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Tokens as one-hot cells, without the columns of tokens that do not occur. Of the 512 tokens of drums a batch has a few dozen;
 * multiplying the zeros of the others would be most of the work of an input layer.
 *
 * <pre>{@code
 * OccurringTokens input = OccurringTokens.of(tokens, List.of(90, 90, 512));
 * lstm.forward(input.cells(), input.columns(), initial); // as of all 692 cells
 * }</pre>
 *
 * @param cells [steps, batch, width]
 * @param columns the index of each among all cells, with lines concatenated: [width]; padding columns are always zero
 */
record OccurringTokens(Tensor cells, Tensor columns) {

    /** Widths are multiples of this, since a kernel is compiled for each width. */
    private static final long WIDTHS_APART = 32;

    /** The cells of tokens [lines, steps, batch]. */
    static OccurringTokens of(Tensor tokens, List<Integer> alphabets) {
        TensorVector sideBySide = new TensorVector();
        long all = 0;
        for (int line = 0; line < alphabets.size(); line++) {
            sideBySide.push_back(tokens.select(0, line).add(new Scalar(all)));
            all += alphabets.get(line);
        }
        Tensor cell = torch.stack(sideBySide, 2); // [steps, batch, lines]
        Tensor occurs =
                torch.bincount(cell.flatten(), new TensorOptional(), all).gt(new Scalar(0)); // [all]
        Tensor columns = occurs.nonzero().flatten(); // [occurring]
        Tensor places = occurs.cumsum(0).sub(new Scalar(1)).index_select(0, cell.flatten());
        long width = Math.min(all, Math.ceilDiv(columns.size(0), WIDTHS_APART) * WIDTHS_APART);
        Tensor cells = torch.zeros(cell.size(0), cell.size(1), width)
                .scatter_(2, places.view(cell.size(0), cell.size(1), cell.size(2)), new Scalar(1.0));
        return new OccurringTokens(cells, torch.constant_pad_nd(columns, 0, width - columns.size(0)));
    }

    /** The same shifted by one step, with zeros at the first. */
    OccurringTokens oneStepLater() {
        Tensor zeros = torch.zeros(1, cells.size(1), cells.size(2));
        Tensor later = torch.cat(new TensorVector(zeros, cells.narrow(0, 0, cells.size(0) - 1)), 0);
        return new OccurringTokens(later, columns);
    }

    OccurringTokens withCells(Tensor other) {
        return new OccurringTokens(other, columns);
    }
}
