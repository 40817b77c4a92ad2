package vn.haiphong.hotline1022.domain.rules;

import java.util.List;

/**
 * What is asked together: the columns that read one expression, or several whose values come together.
 *
 * @param expressions what is read
 * @param columns of the table that read it, each with the place of its expression
 * @param points all there can be; if cells have to be tried, all as far as the other cells tell them apart
 * @param tried whether a point may stand for values that a cell does tell apart
 * @param open whether there are more values than can be counted
 */
record Dimension(List<String> expressions, List<Column> columns, List<Point> points, boolean tried, boolean open) {

    record Column(int index, int expression) {}

    Dimension with(List<Point> others) {
        return new Dimension(expressions, columns, others, false, open);
    }
}
