package vn.haiphong.hotline1022.process.engine.internal;

import java.lang.reflect.Field;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.util.ReflectionUtils;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.process.PetitionVariables;

/**
 * Stands before every command. A refusal by the domain becomes the answer the forms and the REST interface show as such
 * (400, the task stays). Of what comes with a completed task only what the forms ask is taken, so that nobody rewrites a
 * case's code, agency or limits. A query with an expression of its own is refused before anything is evaluated. An error or escalation thrown from outside would end a case without an answer: refused.
 */
class RefusalInterceptor extends CommandInterceptor {

    private static final Field COMPLETED = field(CompleteTaskCmd.class, "variables");
    private static final Field SUBMITTED = field(SubmitTaskFormCmd.class, "properties");
    private static final Field COMPLETED_TASK = field(CompleteTaskCmd.class, "taskId");
    private static final Field SUBMITTED_TASK = field(SubmitTaskFormCmd.class, "taskId");
    private static final Field CLAIMED_FOR = field(ClaimTaskCmd.class, "userId");
    private static final Field EXTENDING = field(AbstractExecuteFilterCmd.class, "extendingQuery");
    private static final Field FILTER = field(SaveFilterCmd.class, "filter");

    private final ProcessEngineConfigurationImpl engine;

    RefusalInterceptor(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            check(command);
            return next.execute(command);
        } catch (FormFieldValidationException e) {
            throw e;
        } catch (RuntimeException e) {
            var refusal = causeOf(e, BusinessRefusal.class);
            if (refusal != null) {
                throw new FormFieldValidationException(refusal.field(), refusal.getMessage(), refusal);
            }
            if (isGone(e, taskOf(command))) {
                throw new FormFieldValidationException(
                        "task", "Bước này không còn chờ làm: vừa có người hoàn thành hoặc hồ sơ đã đi tiếp.", e);
            }
            var expression = causeOf(e, ForbiddenExpression.class);
            throw expression == null ? e : expression;
        }
    }

    private void check(Command<?> command) {
        if (command instanceof CompleteTaskCmd) {
            keepInputs(COMPLETED, command);
        } else if (command instanceof SubmitTaskFormCmd) {
            keepInputs(SUBMITTED, command);
        } else if (command instanceof ClaimTaskCmd) {
            checkClaim(command);
        } else if (command instanceof SaveFilterCmd) {
            var filter = (Filter) ReflectionUtils.getField(FILTER, command);
            checkExpressions(filter == null ? null : filter.getQuery());
        } else if (command instanceof AbstractExecuteFilterCmd) {
            checkExpressions(ReflectionUtils.getField(EXTENDING, command));
        } else if (command instanceof TaskQueryImpl) {
            checkExpressions(command);
        } else if (command instanceof HandleTaskBpmnErrorCmd || command instanceof HandleTaskEscalationCmd) {
            throw new AuthorizationException("Hồ sơ chỉ đi theo các bước của quy trình.");
        }
    }

    /** The task that this command is to complete, null if it does something else. */
    private static String taskOf(Command<?> command) {
        if (command instanceof CompleteTaskCmd) {
            return (String) ReflectionUtils.getField(COMPLETED_TASK, command);
        }
        return command instanceof SubmitTaskFormCmd ? (String) ReflectionUtils.getField(SUBMITTED_TASK, command) : null;
    }

    /** Somebody was faster: what the engine then stumbles over depends on the moment. */
    private boolean isGone(RuntimeException e, String task) {
        return task != null
                && (e instanceof OptimisticLockingException
                        || next.execute(context -> context.getTaskManager().findTaskById(task)) == null);
    }

    /** One takes a step oneself; handing it to somebody else is another command, and the coordinators'. */
    private void checkClaim(Command<?> command) {
        var by = engine.getIdentityService().getCurrentAuthentication();
        var claimedFor = (String) ReflectionUtils.getField(CLAIMED_FOR, command);
        if (by != null && by.getUserId() != null && claimedFor != null && !claimedFor.equals(by.getUserId())) {
            throw new BusinessRefusal(
                    "assignee", "Mỗi người tự nhận việc cho mình; điều phối viên mới giao được việc.");
        }
    }

    /** The engine looks for expressions at the top of a query only, and evaluates those of its parts as well. */
    private static void checkExpressions(Object given) {
        if (given instanceof TaskQueryImpl query) {
            checkOwnExpressions(query);
            query.getQueries().forEach(RefusalInterceptor::checkOwnExpressions);
        }
    }

    private static void checkOwnExpressions(AbstractQuery<?, ?> query) {
        query.getExpressions().values().forEach(HardenedExpressionManager::checkQueryExpression);
    }

    private static void keepInputs(Field field, Command<?> command) {
        var given = (java.util.Map<?, ?>) ReflectionUtils.getField(field, command);
        if (given == null || given.isEmpty()) {
            return;
        }
        VariableMap kept = Variables.createVariables();
        var typed = given instanceof VariableMap map ? map : Variables.fromMap(cast(given));
        for (var name : typed.keySet()) {
            var input = PetitionVariables.INPUTS.get(name);
            if (input != null) {
                kept.put(name, input.given(plain(typed.getValueTyped(name))));
            }
        }
        ReflectionUtils.setField(field, command, kept);
    }

    /** What has to be deserialized first is no input of a form, and is not touched. */
    private static Object plain(TypedValue given) {
        return given instanceof SerializableValue ? given : given == null ? null : given.getValue();
    }

    @SuppressWarnings("unchecked")
    private static java.util.Map<String, Object> cast(java.util.Map<?, ?> map) {
        return (java.util.Map<String, Object>) map;
    }

    private static <T> T causeOf(Throwable thrown, Class<T> type) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    private static Field field(Class<?> type, String name) {
        var field = ReflectionUtils.findField(type, name);
        if (field == null) {
            throw new IllegalStateException(type + " has no field " + name + ": the engine has changed");
        }
        field.setAccessible(true);
        return field;
    }
}
