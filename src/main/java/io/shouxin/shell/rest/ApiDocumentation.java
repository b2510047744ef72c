package io.shouxin.shell.rest;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.method.HandlerMethod;

/** The description of the API at {@code /api/openapi.json}; what every call has in common is said once, here. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation {

    private static final String SCHEME = "oauth2";
    private static final String PROBLEM = "Problem";
    private static final Pattern SCOPE = Pattern.compile("SCOPE_([a-z:]+)");

    private static final Map<String, String> SCOPES = new TreeMap<>(Map.of(
            "records:import", "Upload spreadsheets",
            "records:read", "Find people and see how much is held about them",
            "requests:read", "Follow requests",
            "requests:write", "Register requests and take them back",
            "tasks", "The inbox"));

    private static final Map<String, String> PROBLEMS = Map.ofEntries(
            Map.entry("400", "The body is no JSON, or a parameter cannot be used"),
            Map.entry("401", "No token, or one that is not valid (any more)"),
            Map.entry("403", "The token or the role does not allow this"),
            Map.entry("404", "Unknown, or not for this caller: both are answered alike"),
            Map.entry("406", "None of the accepted media types can be produced"),
            Map.entry("409", "The state does not allow this, or somebody else was first"),
            Map.entry("410", "The task was decided meanwhile, or everything about the person is gone"),
            Map.entry("412", "If-Match: changed since it was read"),
            Map.entry("413", "Too large"),
            Map.entry("415", "Not a media type that this call takes"),
            Map.entry("422", "Understood, but fields are wrong; errors names them"),
            Map.entry("429", "Too many calls; see Retry-After"),
            Map.entry("500", "Our mistake"),
            Map.entry("503", "Cannot be answered now; see Retry-After"));

    @Bean
    OpenAPI apiDescription() {
        Scopes scopes = new Scopes();
        SCOPES.forEach(scopes::addString);
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Shouxin 守信")
                                .version("1")
                                .description(
                                        "Data-subject requests, imports and tasks of one firm. Errors are problem details (RFC 9457) in"
                                                + " the language of Accept-Language (zh, en). Personal identifiers never stand in a URL."))
                .addServersItem(new Server().url("/"))
                .components(new Components()
                        .addSecuritySchemes(
                                SCHEME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.OAUTH2)
                                        .flows(new OAuthFlows()
                                                .clientCredentials(new OAuthFlow()
                                                        .tokenUrl("/oauth2/token")
                                                        .scopes(scopes)))));
    }

    @Bean
    GlobalOperationCustomizer scopesOfOperations() {
        return (operation, method) -> {
            if (operation.getSecurity() == null) {
                scope(method)
                        .map(scope -> new SecurityRequirement().addList(SCHEME, scope))
                        .ifPresent(operation::addSecurityItem);
            }
            return operation;
        };
    }

    @Bean
    GlobalOpenApiCustomizer problemsOfOperations() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                operation.addParametersItem(new Parameter()
                        .in("header")
                        .name("Accept-Language")
                        .description("zh (default) or en")
                        .schema(new StringSchema()));
                ApiResponses responses = operation.getResponses();
                codes(path, method, operation).forEach(code -> responses.addApiResponse(code, problemResponse(code)));
            }));
        };
    }

    private static List<String> codes(String path, PathItem.HttpMethod method, Operation operation) {
        boolean body = operation.getRequestBody() != null;
        boolean id = path.contains("{");
        boolean task = path.startsWith("/api/v1/tasks/") && method == PathItem.HttpMethod.POST;
        boolean creates = method == PathItem.HttpMethod.POST && !id;
        return PROBLEMS.keySet().stream()
                .sorted()
                .filter(code -> switch (code) {
                    case "404" -> id || creates;
                    case "409" -> method == PathItem.HttpMethod.POST;
                    case "410" -> task || path.equals("/api/v1/requests") && creates;
                    case "412" -> method == PathItem.HttpMethod.POST && id;
                    case "413", "415", "422" -> body;
                    case "429" -> creates;
                    default -> true;
                })
                .toList();
    }

    private static ApiResponse problemResponse(String code) {
        ApiResponse response = new ApiResponse()
                .description(PROBLEMS.get(code))
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
        if (code.equals("429") || code.equals("503")) {
            response.addHeaderObject(
                    "Retry-After", new Header().description("Seconds").schema(new IntegerSchema()));
        }
        return response;
    }

    private static Schema<?> problem() {
        Schema<?> fault = new ObjectSchema()
                .addProperty(
                        "pointer",
                        new StringSchema()
                                .description("JSON pointer into the body")
                                .example("/receivedAt"))
                .addProperty("parameter", new StringSchema().description("Name of the query parameter"))
                .addProperty("code", new StringSchema().example("request.error.receivedInFuture"))
                .addProperty("detail", new StringSchema().example("收到日期不能晚于今天。"));
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri").example("urn:shouxin:problem:invalid"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema().example(422))
                .addProperty("detail", new StringSchema().description("What to do, in the caller's language"))
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("errors", new ArraySchema().items(fault))
                .addProperty("holder", new StringSchema().description("already-claimed: who has the task in hand"));
    }

    private static Optional<String> scope(HandlerMethod method) {
        @Nullable PreAuthorize rule = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), PreAuthorize.class);
        if (rule == null) {
            rule = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), PreAuthorize.class);
        }
        if (rule == null) {
            return Optional.empty();
        }
        Matcher scope = SCOPE.matcher(rule.value());
        return scope.find() ? Optional.of(scope.group(1)) : Optional.empty();
    }
}
