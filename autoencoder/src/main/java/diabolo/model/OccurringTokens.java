package diabolo.model;

import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Tokens as one-hot cells, without the cells of tokens that occur nowhere among them. Of the 512 tokens of drums a batch has a
 * few dozen; what the others would multiply is nothing, and most of the work of a layer that reads them.
 *
 * <pre>{@code
 * OccurringTokens heard = OccurringTokens.of(tokens, List.of(90, 90, 512));
 * lstm.forward(heard.cells(), heard.columns(), initial); // as of all 692 cells
 * }</pre>
 *
 * @param cells [steps, batch, width]
 * @param columns which of all cells, the lines side by side, each of these is: [width]; some that fill up are always zero
 */
record OccurringTokens(Tensor cells, Tensor columns) {

    /** Widths are multiples of this, as kernels are made for each width anew. */
    private static final long WIDTHS_APART = 32;

    /** Of tokens [lines, steps, batch]. */
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

    /** The same a step later, with nothing before the first step. */
    OccurringTokens oneStepLater() {
        Tensor nothing = torch.zeros(1, cells.size(1), cells.size(2));
        Tensor later = torch.cat(new TensorVector(nothing, cells.narrow(0, 0, cells.size(0) - 1)), 0);
        return new OccurringTokens(later, columns);
    }

    OccurringTokens withCells(Tensor other) {
        return new OccurringTokens(other, columns);
    }
}
