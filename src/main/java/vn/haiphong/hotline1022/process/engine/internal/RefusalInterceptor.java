package vn.haiphong.hotline1022.process.engine.internal;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetTaskPropertyCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.metrics.MetricsQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.util.ReflectionUtils;
import vn.haiphong.hotline1022.domain.BusinessRefusal;
import vn.haiphong.hotline1022.process.PetitionVariables;

/**
 * Stands before every command. A refusal by the domain becomes the answer the forms and the REST interface show as such
 * (400, the task stays). Of what comes with a completed task only what that step's form asks is taken, so that nobody
 * rewrites a case's code, agency or limits. A query with an expression of its own is refused before anything is evaluated.
 * What the engine can do with a task beyond the steps of the regulation is refused.
 */
class RefusalInterceptor extends CommandInterceptor {

    private static final Field COMPLETED = field(CompleteTaskCmd.class, "variables");
    private static final Field COMPLETED_TASK = field(CompleteTaskCmd.class, "taskId");
    private static final Field SUBMITTED = field(SubmitTaskFormCmd.class, "properties");
    private static final Field SUBMITTED_TASK = field(SubmitTaskFormCmd.class, "taskId");
    private static final Field CHANGED_TASK = field(AbstractSetTaskPropertyCmd.class, "taskId");
    private static final Field UNLINKED_TASK = field(DeleteIdentityLinkCmd.class, "taskId");
    private static final Field ASSIGNED_TO = field(AbstractAddIdentityLinkCmd.class, "userId");
    private static final Field CLAIMED_TASK = field(ClaimTaskCmd.class, "taskId");
    private static final Field CLAIMED_FOR = field(ClaimTaskCmd.class, "userId");
    private static final Field EXTENDING = field(AbstractExecuteFilterCmd.class, "extendingQuery");
    private static final Field DELETED_DEPLOYMENT = field(DeleteDeploymentCmd.class, "deploymentId");
    private static final Field FILTER = field(SaveFilterCmd.class, "filter");

    private static final String NO_AUTHENTICATED_TENANT = "belongs to no authenticated tenant";
    private static final String AGAINST_THE_POLICY = "Password does not match policy";

    /** An error or escalation ends a case without an answer; resolving writes any variable; a note belongs in the register. */
    private static final Set<Class<?>> BESIDE_THE_REGULATION = Set.of(
            HandleTaskBpmnErrorCmd.class,
            HandleTaskEscalationCmd.class,
            DelegateTaskCmd.class,
            ResolveTaskCmd.class,
            AddCommentCmd.class,
            UpdateCommentCmd.class,
            CreateAttachmentCmd.class,
            SaveAttachmentCmd.class);

    @Override
    public <T> T execute(Command<T> command) {
        try {
            check(command);
            return next.execute(checkedInside(command));
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
            if (expression != null) {
                throw expression;
            }
            if (isEasilyGuessed(e)) {
                throw new FormFieldValidationException("password", LongPasswords.SENTENCE, e);
            }
            throw isOfAnotherAgency(e) ? new AuthorizationException("Việc này của cơ quan khác.") : e;
        }
    }

    /** The engine calls it a failure of its own, which is a 500; it is a refusal like any other. */
    private static boolean isOfAnotherAgency(RuntimeException thrown) {
        return isOfTheEngine(thrown, NO_AUTHENTICATED_TENANT);
    }

    private static boolean isEasilyGuessed(RuntimeException thrown) {
        return isOfTheEngine(thrown, AGAINST_THE_POLICY);
    }

    private static boolean isOfTheEngine(RuntimeException thrown, String words) {
        return thrown.getClass() == ProcessEngineException.class
                && thrown.getMessage() != null
                && thrown.getMessage().contains(words);
    }

    private void check(Command<?> command) {
        if (command instanceof SaveFilterCmd) {
            var filter = (Filter) ReflectionUtils.getField(FILTER, command);
            checkExpressions(filter == null ? null : filter.getQuery());
        } else if (command instanceof AbstractExecuteFilterCmd) {
            checkExpressions(ReflectionUtils.getField(EXTENDING, command));
        } else if (command instanceof TaskQueryImpl) {
            checkExpressions(command);
        } else if (command instanceof MetricsQueryImpl) {
            // Metrics of the engine are off, and it would stumble over that.
            throw new FormFieldValidationException(
                    "metrics", "Công cụ quy trình không ghi số đo; số liệu vận hành ở /actuator/prometheus.");
        } else if (BESIDE_THE_REGULATION.contains(command.getClass())) {
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

    /** What can be judged only when the task and the person are known. */
    private static <T> Command<T> checkedInside(Command<T> command) {
        if (command instanceof CompleteTaskCmd) {
            return inside(command, context -> keepInputs(COMPLETED, COMPLETED_TASK, command, context));
        }
        if (command instanceof SubmitTaskFormCmd) {
            return inside(command, context -> keepInputs(SUBMITTED, SUBMITTED_TASK, command, context));
        }
        if (command instanceof AssignTaskCmd) {
            return inside(command, context -> checkNewAssignee(CHANGED_TASK, ASSIGNED_TO, command, context));
        }
        if (command instanceof ClaimTaskCmd) {
            return inside(command, context -> checkNewAssignee(CLAIMED_TASK, CLAIMED_FOR, command, context));
        }
        if (command instanceof AbstractSetTaskPropertyCmd) {
            return inside(command, context -> refuseToPeople(CHANGED_TASK, command, context));
        }
        if (command instanceof DeleteIdentityLinkCmd) {
            return inside(command, context -> refuseToPeople(UNLINKED_TASK, command, context));
        }
        if (command instanceof DeleteDeploymentCmd) {
            return inside(
                    command,
                    context -> TableGuard.checkDeletion(
                            context, (String) ReflectionUtils.getField(DELETED_DEPLOYMENT, command)));
        }
        if (TextReaders.asksForTexts(command)) {
            return inside(command, RefusalInterceptor::refuseToLookersOn);
        }
        return command;
    }

    private static void refuseToLookersOn(CommandContext context) {
        if (TextReaders.onlyLooksOn(context.getAuthentication())) {
            throw new AuthorizationException(
                    "Lãnh đạo theo dõi xem tiến độ và số liệu, không tìm theo nội dung hồ sơ.");
        }
    }

    private static void checkNewAssignee(Field id, Field user, Command<?> command, CommandContext context) {
        var task = task(id, command, context);
        if (task != null) {
            TaskChecker.checkNewAssignee(task, (String) ReflectionUtils.getField(user, command));
        }
    }

    private static void refuseToPeople(Field id, Command<?> command, CommandContext context) {
        var task = task(id, command, context);
        if (task != null) {
            TaskChecker.refuseToPeople(task);
        }
    }

    private static <T> Command<T> inside(Command<T> command, Consumer<CommandContext> check) {
        return context -> {
            check.accept(context);
            return command.execute(context);
        };
    }

    private static TaskEntity task(Field id, Command<?> command, CommandContext context) {
        var taskId = (String) ReflectionUtils.getField(id, command);
        return taskId == null ? null : context.getTaskManager().findTaskById(taskId);
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

    private static void keepInputs(Field field, Field id, Command<?> command, CommandContext context) {
        var given = (Map<?, ?>) ReflectionUtils.getField(field, command);
        var task = task(id, command, context);
        if (given == null || given.isEmpty() || task == null) {
            return;
        }
        var asked = PetitionVariables.INPUTS.getOrDefault(task.getTaskDefinitionKey(), Map.of());
        VariableMap kept = Variables.createVariables();
        var typed = given instanceof VariableMap map ? map : Variables.fromMap(cast(given));
        for (var name : typed.keySet()) {
            var input = asked.get(name);
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
    private static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
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
