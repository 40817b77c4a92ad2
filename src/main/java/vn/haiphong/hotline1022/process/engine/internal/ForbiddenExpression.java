package vn.haiphong.hotline1022.process.engine.internal;

import org.camunda.bpm.engine.BadUserRequestException;

/** Somebody brought an expression that only a model may hold, or in a language nobody needs: the caller's fault, 400. */
class ForbiddenExpression extends BadUserRequestException {

    ForbiddenExpression(String message) {
        super(message);
    }
}
