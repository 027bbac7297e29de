package diabolo.training;

import java.util.List;

/** A learning curve as CSV, one line per epoch. */
public final class CurveCsv {

    private static final String HEADER = "phase,epoch,loss,learningRate\n";

    private CurveCsv() {}

    /** The curve as CSV, without loss of precision. */
    public static String write(List<CurvePoint> curve) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (CurvePoint point : curve) {
            csv.append(point.phase()).append(',').append(point.epoch()).append(',');
            csv.append(point.loss()).append(',').append(point.learningRate()).append('\n');
        }
        return csv.toString();
    }

    /** The curve in what {@link #write} wrote. */
    public static List<CurvePoint> read(String csv) {
        return csv.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new CurvePoint(
                        Integer.parseInt(cells[0]),
                        Integer.parseInt(cells[1]),
                        Double.parseDouble(cells[2]),
                        Double.parseDouble(cells[3])))
                .toList();
    }
}
