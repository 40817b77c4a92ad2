package vn.haiphong.hotline1022.process.engine;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.Permissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.Permissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.Permissions.UPDATE_TASK;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.haiphong.hotline1022.application.port.Agencies;
import vn.haiphong.hotline1022.application.port.AgencyAccess;
import vn.haiphong.hotline1022.domain.directory.Agency;

/**
 * Groups, rights and queues. Rights are granted per definition, an agency is a tenant of its own, and nobody but
 * administrators may create filters, deployments or tables: each of those runs code (ADR 0002).
 */
@Component
public class AccessRights implements AgencyAccess {

    private static final String[] OF_1022 = {
        "petition-handling",
        "petition-classification",
        "supplement-request",
        "petition-assignment",
        "co-handling",
        "reply-delivery",
        "planned-work",
        "citizen-message",
        "satisfaction-call"
    };
    private static final Set<String> READ_BY_COORDINATORS =
            Set.of("petition-handling", "supplement-request", "planned-work", "citizen-message");
    private static final String OF_RULES = "rule-change";
    private static final String[] OF_AGENCIES = {"agency-handling", "deadline-extension", "competence-settlement"};

    private static final List<String> AT_TASKLIST =
            List.of(Groups.OPERATORS, Groups.COORDINATORS, Groups.AGENCIES, Groups.RULE_APPROVERS);

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final ManagementService management;
    private final HistoryService history;
    private final Agencies agencies;

    AccessRights(
            IdentityService identity,
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks,
            ManagementService management,
            HistoryService history,
            Agencies agencies) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.management = management;
        this.history = history;
        this.agencies = agencies;
    }

    /** Makes what is missing; what administrators have changed stays as they left it. */
    @Override
    @Transactional
    public void establish() {
        var groups = identity.createGroupQuery().list().stream()
                .map(Group::getId)
                .collect(Collectors.toCollection(HashSet::new));
        group(groups, org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN, "Quản trị hệ thống", this::grantAll);
        group(groups, Groups.OPERATORS, "Tổng đài viên", this::grantOperators);
        group(groups, Groups.COORDINATORS, "Điều phối viên", this::grantCoordinators);
        group(groups, Groups.MANAGERS, "Lãnh đạo, theo dõi", this::grantManagers);
        group(groups, Groups.RULE_ADMINS, "Quản trị bảng quyết định", this::grantRules);
        group(groups, Groups.RULE_APPROVERS, "Duyệt bảng quyết định", this::grantApprovers);
        // Their pages are beside the engine: they need no right in it.
        group(groups, Groups.DATA_PROTECTION, "Bảo vệ dữ liệu cá nhân", group -> {});
        group(groups, Groups.AGENCIES, "Cơ quan xử lý", this::grantAgencies);
        agencies(groups);
        newDiagrams();
        // For the board of limits; what else Cockpit shows them is what they may read anyway.
        since("coordinators-cockpit", Groups.COORDINATORS, Resources.APPLICATION, "cockpit", ACCESS);
        // For the names of the groups whose open tasks Cockpit counts.
        since("managers-groups", Groups.MANAGERS, Resources.GROUP, "*", READ);
        queues();
    }

    private interface Grant {
        void to(String group);
    }

    private void group(Set<String> known, String id, String name, Grant grant) {
        if (known.add(id)) {
            var group = identity.newGroup(id);
            group.setName(name);
            group.setType("WORKFLOW");
            identity.saveGroup(group);
            grant.to(id);
        }
    }

    private void agencies(Set<String> groups) {
        var tenants = identity.createTenantQuery().list().stream()
                .map(Tenant::getId)
                .collect(Collectors.toCollection(HashSet::new));
        var seenByManagers = identity.createTenantQuery().groupMember(Groups.MANAGERS).list().stream()
                .map(Tenant::getId)
                .collect(Collectors.toSet());
        for (var agency : agencies.ever()) {
            var code = agency.code();
            group(groups, code, agency.name(), id -> {});
            group(groups, Groups.leadersOf(code), "Lãnh đạo " + agency.name(), id -> {});
            if (tenants.add(code)) {
                var tenant = identity.newTenant(code);
                tenant.setName(agency.name());
                identity.saveTenant(tenant);
                identity.createTenantGroupMembership(code, code);
                identity.createTenantGroupMembership(code, Groups.leadersOf(code));
                queueOf(agency);
            }
            // Cockpit's own queries know memberships only, not the right to look over all (CityWideTenantManager).
            if (!seenByManagers.contains(code)) {
                identity.createTenantGroupMembership(code, Groups.MANAGERS);
            }
        }
    }

    private void grantAll(String group) {
        for (var resource : Resources.values()) {
            grant(group, resource, "*", ALL);
        }
    }

    private void grantOperators(String group) {
        grant(group, Resources.APPLICATION, "tasklist", ACCESS);
        grant(group, Resources.APPLICATION, "welcome", ACCESS);
        for (var definition : OF_1022) {
            operatorsIn(definition, group);
        }
        grant(group, Resources.GROUP, "*", READ);
    }

    private void operatorsIn(String definition, String group) {
        grant(group, Resources.PROCESS_DEFINITION, definition, READ, READ_TASK, TASK_WORK, UPDATE_TASK);
        // The cards of a queue show variables. Not those of the main instance: a denunciation is readable there.
        if (!READ_BY_COORDINATORS.contains(definition)) {
            grant(group, Resources.PROCESS_DEFINITION, definition, READ_INSTANCE);
        }
    }

    private void grantCoordinators(String group) {
        grantOperators(group);
        for (var definition : OF_1022) {
            coordinatorsIn(definition, group);
        }
        for (var definition : OF_AGENCIES) {
            coordinatorsIn(definition, group);
        }
    }

    private void coordinatorsIn(String definition, String group) {
        grant(
                group,
                Resources.PROCESS_DEFINITION,
                definition,
                READ,
                READ_INSTANCE,
                READ_TASK,
                TASK_WORK,
                TASK_ASSIGN,
                UPDATE_TASK,
                READ_HISTORY);
    }

    /** A diagram that a release brings into a running house: until somebody decides otherwise its like rules it. */
    private void newDiagrams() {
        if (isUnruled(OF_RULES)) {
            approversIn(Groups.RULE_APPROVERS);
        }
        for (var definition : OF_1022) {
            if (isUnruled(definition)) {
                operatorsIn(definition, Groups.OPERATORS);
                coordinatorsIn(definition, Groups.COORDINATORS);
            }
        }
        for (var definition : OF_AGENCIES) {
            if (isUnruled(definition)) {
                agenciesIn(definition, Groups.AGENCIES);
                coordinatorsIn(definition, Groups.COORDINATORS);
            }
        }
    }

    private boolean isUnruled(String definition) {
        return authorizations
                        .createAuthorizationQuery()
                        .resourceType(Resources.PROCESS_DEFINITION)
                        .resourceId(definition)
                        .count()
                == 0;
    }

    /**
     * A right that a release brings to a group there is already: given once to each house, so that what an administrator
     * takes away afterwards stays away, and not where he has ruled about it before.
     */
    private void since(String name, String group, Resource resource, String id, Permission permission) {
        var given = "hotline.right." + name;
        if (management.getProperties().containsKey(given)) {
            return;
        }
        if (!isRuled(group, resource, id)) {
            grant(group, resource, id, permission);
        }
        management.setProperty(given, "given");
    }

    /** Whether there is such a right or the like, or somebody has deleted one. */
    private boolean isRuled(String group, Resource resource, String id) {
        var present = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .count();
        return present > 0
                || history
                        .createUserOperationLogQuery()
                        .entityType(EntityTypes.AUTHORIZATION)
                        .operationType(UserOperationLogEntry.OPERATION_TYPE_DELETE)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                UserOperationLogEntry::getOperationId,
                                Collectors.mapping(UserOperationLogEntry::getNewValue, Collectors.toSet())))
                        .values()
                        .stream()
                        .anyMatch(deleted -> deleted.containsAll(Set.of(group, resource.resourceName(), id)));
    }

    private void grantManagers(String group) {
        grant(group, Resources.APPLICATION, "cockpit", ACCESS);
        grant(group, Resources.APPLICATION, "welcome", ACCESS);
        grant(group, Resources.PROCESS_DEFINITION, "*", READ, READ_INSTANCE, READ_TASK, READ_HISTORY);
        grant(group, Resources.DECISION_DEFINITION, "*", READ, READ_HISTORY);
        grant(group, Resources.DECISION_REQUIREMENTS_DEFINITION, "*", READ);
    }

    private void grantRules(String group) {
        grant(group, Resources.APPLICATION, "cockpit", ACCESS);
        grant(group, Resources.APPLICATION, "welcome", ACCESS);
        grant(group, Resources.DECISION_DEFINITION, "*", READ, READ_HISTORY);
        grant(group, Resources.DECISION_REQUIREMENTS_DEFINITION, "*", READ);
    }

    private void grantApprovers(String group) {
        grantRules(group);
        approversIn(group);
    }

    /** They decide in Tasklist about changes of tables. */
    private void approversIn(String group) {
        grant(group, Resources.APPLICATION, "tasklist", ACCESS);
        grant(group, Resources.GROUP, "*", READ);
        grant(
                group,
                Resources.PROCESS_DEFINITION,
                OF_RULES,
                READ,
                READ_INSTANCE,
                READ_TASK,
                TASK_WORK,
                UPDATE_TASK,
                READ_HISTORY);
    }

    private void grantAgencies(String group) {
        grant(group, Resources.APPLICATION, "tasklist", ACCESS);
        grant(group, Resources.APPLICATION, "welcome", ACCESS);
        for (var definition : OF_AGENCIES) {
            agenciesIn(definition, group);
        }
        grant(group, Resources.GROUP, "*", READ);
    }

    private void agenciesIn(String definition, String group) {
        grant(
                group,
                Resources.PROCESS_DEFINITION,
                definition,
                READ,
                READ_INSTANCE,
                READ_TASK,
                TASK_WORK,
                TASK_ASSIGN,
                UPDATE_TASK);
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        var present = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
        var authorization =
                present == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : present;
        authorization.setGroupId(group);
        authorization.setResource(resource);
        authorization.setResourceId(id);
        for (var permission : permissions) {
            authorization.addPermission(permission);
        }
        authorizations.saveAuthorization(authorization);
    }

    private void queues() {
        var mine = "${currentUserGroups()}";
        queue(
                "Việc mới",
                10,
                "Chưa ai nhận",
                tasks.createTaskQuery().taskUnassigned().taskCandidateGroupInExpression(mine));
        queue("Việc của tôi", 20, "Tôi đang giữ", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
        queue(
                "Sắp đến hạn",
                30,
                "Đến hạn trong 24 giờ tới",
                tasks.createTaskQuery()
                        .taskCandidateGroupInExpression(mine)
                        .includeAssignedTasks()
                        .dueAfterExpression("${now()}")
                        .dueBeforeExpression("${dateTime().plusDays(1)}"));
        queue(
                "Quá hạn",
                40,
                "Đã quá hạn",
                tasks.createTaskQuery()
                        .taskCandidateGroupInExpression(mine)
                        .includeAssignedTasks()
                        .dueBeforeExpression("${now()}"));
    }

    private void queue(String name, int priority, String description, TaskQuery query) {
        if (filters.createTaskFilterQuery().filterName(name).count() == 0) {
            var id = save(name, priority, description, query);
            for (var group : AT_TASKLIST) {
                grant(group, Resources.FILTER, id, READ);
            }
        }
    }

    private void queueOf(Agency agency) {
        var id = save(
                "Hồ sơ của " + agency.code(),
                50,
                agency.name(),
                tasks.createTaskQuery().tenantIdIn(agency.code()));
        grant(agency.code(), Resources.FILTER, id, READ);
        grant(Groups.leadersOf(agency.code()), Resources.FILTER, id, READ);
    }

    private String save(String name, int priority, String description, TaskQuery query) {
        var filter = filters.newTaskFilter(name)
                .setQuery(query.orderByDueDate().asc())
                .setProperties(Map.of(
                        "description",
                        description,
                        "priority",
                        priority,
                        "color",
                        "#1d4f91",
                        "refresh",
                        true,
                        "showUndefinedVariable",
                        false,
                        "variables",
                        List.of(
                                Map.of("name", "petitionCode", "label", "Mã"),
                                Map.of("name", "place", "label", "Nơi"),
                                Map.of("name", "field", "label", "Lĩnh vực"))));
        return filters.saveFilter(filter).getId();
    }
}
