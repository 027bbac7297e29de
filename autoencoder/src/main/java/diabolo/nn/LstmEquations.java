package diabolo.nn;

/**
 * The equations of LSTM cells (Hochreiter and Schmidhuber 1997; the forget gate is that of Gers et al. 2000) and their derivatives.
 * Of the sums a of the four gates, the cell state c of the step before and the errors δ of what follows:
 *
 * <pre>
 * i = σ(a_i)    f = σ(a_f)    g = tanh(a_g)    o = σ(a_o)
 * c' = f·c + i·g
 * h' = o·tanh(c')
 *
 * δc' = δc' + δh'·o·(1 - tanh²(c'))
 * δa_i = δc'·g·i·(1 - i)    δa_f = δc'·c·f·(1 - f)    δa_g = δc'·i·(1 - g²)    δa_o = δh'·tanh(c')·o·(1 - o)
 * δc = δc'·f
 * </pre>
 *
 * <p>Every loop writes one array, at the index at which it reads: such loops HotSpot compiles to vector instructions. Additions and
 * products are those of float, in a fixed order, so that the results do not depend on the machine.
 */
final class LstmEquations {

    /** From here on tanh rounds to 1. */
    private static final float LARGEST = 9;

    private LstmEquations() {}

    /** Of each gate. */
    static void add(float[][] to, float[][] values) {
        for (int gate = 0; gate < to.length; gate++) {
            add(to[gate], values[gate]);
        }
    }

    static void add(float[] to, float[] values) {
        for (int k = 0; k < to.length; k++) {
            to[k] += values[k];
        }
    }

    static void multiply(float[] by, float[] factors) {
        for (int k = 0; k < by.length; k++) {
            by[k] *= factors[k];
        }
    }

    static void sigmoid(float[] values) {
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.fma(0.5f, tanh(0.5f * values[k]), 0.5f);
        }
    }

    static void tanh(float[] values) {
        for (int k = 0; k < values.length; k++) {
            values[k] = tanh(values[k]);
        }
    }

    /**
     * The hyperbolic tangent to 4e-7: the quotient of two polynomials of degree 4 in x², fitted to the least largest relative error
     * (Lawson 1961).
     */
    static float tanh(float value) {
        float x = Math.min(Math.max(value, -LARGEST), LARGEST);
        float square = x * x;
        float above = 1.3353206e-08f;
        above = Math.fma(above, square, 2.0608048e-05f);
        above = Math.fma(above, square, 0.003495527f);
        above = Math.fma(above, square, 0.13380975f);
        above = Math.fma(above, square, 1);
        float below = 7.775966e-07f;
        below = Math.fma(below, square, 0.00032855335f);
        below = Math.fma(below, square, 0.025876751f);
        below = Math.fma(below, square, 0.4671429f);
        below = Math.fma(below, square, 1);
        return x * above / below;
    }

    /** c' in place of c. */
    static void advance(float[] cell, float[] input, float[] forget, float[] candidate) {
        for (int k = 0; k < cell.length; k++) {
            cell[k] = Math.fma(forget[k], cell[k], input[k] * candidate[k]);
        }
    }

    /** δc' in place of what the step after gives. */
    static void addCellErrors(float[] cellErrors, float[] hiddenErrors, float[] output, float[] tanhOfCell) {
        for (int k = 0; k < cellErrors.length; k++) {
            cellErrors[k] = Math.fma(hiddenErrors[k] * output[k], 1 - tanhOfCell[k] * tanhOfCell[k], cellErrors[k]);
        }
    }

    /** The errors of a sigmoid's sums in place of the gate. */
    static void sigmoidErrors(float[] gate, float[] errors, float[] factors) {
        for (int k = 0; k < gate.length; k++) {
            gate[k] = gate[k] * (1 - gate[k]) * errors[k] * factors[k];
        }
    }

    /** The errors of a hyperbolic tangent's sums in place of the gate. */
    static void tanhErrors(float[] gate, float[] errors, float[] factors) {
        for (int k = 0; k < gate.length; k++) {
            gate[k] = (1 - gate[k] * gate[k]) * errors[k] * factors[k];
        }
    }
}
