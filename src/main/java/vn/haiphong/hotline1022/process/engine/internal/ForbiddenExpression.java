package vn.haiphong.hotline1022.process.engine.internal;

import org.camunda.bpm.engine.BadUserRequestException;

/** Somebody put an expression into a query that only a model may hold: the caller's fault, so the answer is 400. */
class ForbiddenExpression extends BadUserRequestException {

    ForbiddenExpression(String expression) {
        super("Biểu thức không được phép trong truy vấn: " + expression);
    }
}
