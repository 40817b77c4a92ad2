package vn.haiphong.hotline1022.process.engine.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.dto.VariableValueDto;
import org.camunda.bpm.engine.rest.dto.task.CompleteTaskDto;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.haiphong.hotline1022.process.PetitionVariables;

/** The engine's REST interface for programs, with a sentence where the stock one answers with the names of its classes. */
@Component
@ApplicationPath("/engine-rest")
class EngineRestDoor extends CamundaJerseyResourceConfig {

    @Override
    protected void registerAdditionalResources() {
        register(BodyReader.class);
        register(Refusals.class);
        register(MissingRights.class);
        register(MissingParts.class);
    }

    /** Completing a step answers a refusal with 400 by itself; all other commands would with 500. */
    static class Refusals implements ExceptionMapper<FormFieldValidationException> {

        @Override
        public Response toResponse(FormFieldValidationException refusal) {
            return Response.status(Status.BAD_REQUEST)
                    .entity(ExceptionDto.fromException(refusal))
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
    }

    /** The engine names user, permission and resource, in English; the house says what it says with a sentence of its own. */
    static class MissingRights implements ExceptionMapper<AuthorizationException> {

        static final String SENTENCE = "Tài khoản này không có quyền làm việc đó.";

        @Override
        public Response toResponse(AuthorizationException refusal) {
            var ours = refusal.getMissingAuthorizations().isEmpty()
                    && refusal.getMessage() != null
                    && !refusal.getMessage().startsWith("ENGINE-");
            var answer = new ExceptionDto();
            answer.setType(AuthorizationException.class.getSimpleName());
            answer.setMessage(ours ? refusal.getMessage() : SENTENCE);
            return Response.status(Status.FORBIDDEN)
                    .entity(answer)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
    }

    /** The stock interface stumbles over what was not sent; where it stumbles itself the request was at fault. */
    static class MissingParts implements ExceptionMapper<NullPointerException> {

        private static final Logger LOG = LoggerFactory.getLogger(EngineRestDoor.class);
        private static final String INTERFACE = "org.camunda.bpm.engine.rest.";

        @Override
        public Response toResponse(NullPointerException stumbled) {
            var atTheDoor = Stream.of(stumbled.getStackTrace())
                    .map(StackTraceElement::getClassName)
                    .filter(name -> !name.startsWith("java."))
                    .findFirst()
                    .filter(name -> name.startsWith(INTERFACE))
                    .isPresent();
            if (!atTheDoor) {
                LOG.error("Unexpected failure at the engine's interface", stumbled);
            }
            var answer = new ExceptionDto();
            answer.setType(atTheDoor ? "InvalidRequestException" : "RestException");
            answer.setMessage(
                    atTheDoor ? "Yêu cầu thiếu nội dung cần có." : "Hệ thống gặp lỗi; vui lòng báo người quản trị.");
            return Response.status(atTheDoor ? Status.BAD_REQUEST : Status.INTERNAL_SERVER_ERROR)
                    .entity(answer)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
    }

    /** What no form could send does not reach the engine. */
    static class BodyReader implements ReaderInterceptor {

        private static final List<String> TYPES = List.of("string", "boolean", "null");

        @Override
        public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
            Object body;
            try {
                body = context.proceed();
            } catch (JsonProcessingException e) {
                throw refused("Nội dung gửi lên không đúng dạng JSON cần có" + where(e) + ".");
            }
            if (body instanceof CompleteTaskDto step && step.getVariables() != null) {
                step.getVariables().forEach(BodyReader::check);
            }
            return body;
        }

        private static void check(String name, VariableValueDto given) {
            if (given == null) {
                throw refused("Mục " + name + " phải có dạng {\"value\": …}.");
            }
            if (!PetitionVariables.isInput(name) || given.getType() == null) {
                return;
            }
            var type = given.getType().toLowerCase(Locale.ROOT);
            var value = given.getValue();
            var fits = value == null
                    || type.equals("string") && value instanceof String
                    || type.equals("boolean") && List.of("true", "false").contains(value.toString());
            if (!TYPES.contains(type) || !fits) {
                throw refused("Mục " + name + " không đúng kiểu: chỉ nhận String hoặc Boolean.");
            }
        }

        private static String where(JsonProcessingException e) {
            if (!(e instanceof JsonMappingException mapping)
                    || mapping.getPath().isEmpty()) {
                return "";
            }
            return " (ở "
                    + mapping.getPath().stream()
                            .map(Reference::getFieldName)
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining("."))
                    + ")";
        }

        private static InvalidRequestException refused(String sentence) {
            return new InvalidRequestException(Status.BAD_REQUEST, sentence);
        }
    }
}
