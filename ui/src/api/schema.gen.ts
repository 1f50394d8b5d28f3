// Made by "npm run api"; do not edit.
export interface paths {
    "/api/v1/basicAuthValidationErrors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what is wrong with the configured credentials */
        get: operations["getBasicAuthValidationErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/configs/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells whether one has to sign in */
        get: operations["getConfigsLogin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in: username and password */
        post: operations["postLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs out */
        post: operations["postLogout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/basicAuth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets up the first user */
        post: operations["postBasicAuthInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/blueprints/community": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches the blueprints of flows */
        get: operations["getBlueprintsCommunityInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/blueprints/community/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a blueprint of flows */
        get: operations["getBlueprintsCommunityIdInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/blueprints/community/{id}/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the source of a blueprint */
        get: operations["getBlueprintsCommunityIdFlowInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/blueprints/community/{id}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Draws a blueprint */
        get: operations["getBlueprintsCommunityIdGraphInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/blueprints/community/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the source of a blueprint */
        get: operations["getBlueprintsCommunityIdSourceInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/blueprints/community/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches the blueprints of dashboards */
        get: operations["getBlueprintsCommunityDashboardInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/blueprints/community/dashboard/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a blueprint of dashboards */
        get: operations["getBlueprintsCommunityDashboardIdInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/blueprints/community/dashboard/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the source of a blueprint */
        get: operations["getBlueprintsCommunityDashboardIdSourceInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/blueprints/community/dashboard/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the tags of blueprints of dashboards */
        get: operations["getBlueprintsCommunityDashboardTagsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/blueprints/community/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches the blueprints of flows */
        get: operations["getBlueprintsCommunityFlowInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/blueprints/community/flow/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a blueprint of flows */
        get: operations["getBlueprintsCommunityFlowIdInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/blueprints/community/flow/{id}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Draws a blueprint */
        get: operations["getBlueprintsCommunityFlowIdGraphInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/blueprints/community/flow/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the source of a blueprint */
        get: operations["getBlueprintsCommunityFlowIdSourceInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/blueprints/community/flow/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the tags of blueprints of flows */
        get: operations["getBlueprintsCommunityFlowTagsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/blueprints/community/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the tags of blueprints of flows */
        get: operations["getBlueprintsCommunityTagsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/concurrency-limit/{namespace}/{flowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Shows how many executions of a flow run; the number cannot be set */
        put: operations["putConcurrencyLimitNamespaceFlowIdInTenant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/concurrency-limit/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists flows with a limit and how many of their executions run */
        get: operations["getConcurrencyLimitSearchInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/configs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells how the installation is set up */
        get: operations["getConfigsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/dashboards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists dashboards */
        get: operations["getDashboardsInTenant"];
        put?: never;
        /** Creates a dashboard */
        post: operations["postDashboardsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/dashboards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a dashboard */
        get: operations["getDashboardsIdInTenant"];
        /** Changes a dashboard */
        put: operations["putDashboardsIdInTenant"];
        post?: never;
        /** Removes a dashboard */
        delete: operations["deleteDashboardsIdInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/dashboards/{id}/charts/{chartId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows the figures of a chart */
        post: operations["postDashboardsIdChartsChartIdInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/dashboards/{id}/charts/{chartId}/export/to-csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Downloads the figures of a chart */
        post: operations["postDashboardsIdChartsChartIdExportToCsvInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/dashboards/charts/export/to-csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Downloads the figures of a chart that is not saved */
        post: operations["postDashboardsChartsExportToCsvInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/dashboards/charts/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows the figures of a chart that is not saved */
        post: operations["postDashboardsChartsPreviewInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/dashboards/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks a dashboard and saves nothing */
        post: operations["postDashboardsValidateInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/dashboards/validate/chart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks a chart */
        post: operations["postDashboardsValidateChartInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the executions of a flow */
        get: operations["getExecutionsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{executionId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Watches what changes in an execution, however large it is */
        get: operations["getExecutionsExecutionIdChangesInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{executionId}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Watches an execution */
        get: operations["getExecutionsExecutionIdFollowInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{executionId}/follow-dependencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Watches all executions that one event has led to */
        get: operations["getExecutionsExecutionIdFollowDependenciesInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{executionId}/task-runs/{taskRunId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a task run */
        get: operations["getExecutionsExecutionIdTaskRunsTaskRunIdInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows an execution */
        get: operations["getExecutionsIdInTenant"];
        put?: never;
        post?: never;
        /** Removes an execution */
        delete: operations["deleteExecutionsIdInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/change-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives an ended execution another state */
        post: operations["postExecutionsIdChangeStatusInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/eval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Evaluates an expression with an execution's variables */
        post: operations["postExecutionsIdEvalInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/eval/{taskRunId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Evaluates an expression with a task run's variables */
        post: operations["postExecutionsIdEvalTaskRunIdInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a file of an execution */
        get: operations["getExecutionsIdFileInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/file/metas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells how large a file of an execution is */
        get: operations["getExecutionsIdFileMetasInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/file/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the beginning of a file of an execution */
        get: operations["getExecutionsIdFilePreviewInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows what the flow of an execution is made of */
        get: operations["getExecutionsIdFlowInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/force-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts or resumes an execution whatever it waits for */
        post: operations["postExecutionsIdForceRunInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Draws an execution */
        get: operations["getExecutionsIdGraphInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/kill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stops an execution */
        delete: operations["deleteExecutionsIdKillInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives an ended execution labels */
        post: operations["postExecutionsIdLabelsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts nothing new in an execution until it is resumed */
        post: operations["postExecutionsIdPauseInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs an execution again, as a new one */
        post: operations["postExecutionsIdReplayInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/replay-with-inputs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs an execution again, as a new one with other inputs */
        post: operations["postExecutionsIdReplayWithInputsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on where an execution failed */
        post: operations["postExecutionsIdRestartInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on after a pause, with answers to what it asks */
        post: operations["postExecutionsIdResumeInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/resume-from-breakpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on at a breakpoint */
        post: operations["postExecutionsIdResumeFromBreakpointInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/resume/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks answers to what a pause asks and resumes nothing */
        post: operations["postExecutionsIdResumeValidateInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a task run another state and goes on from there */
        post: operations["postExecutionsIdStateInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{id}/unqueue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes an execution out of its queue */
        post: operations["postExecutionsIdUnqueueInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{namespace}/{flowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts an execution */
        post: operations["postExecutionsNamespaceFlowIdInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/{namespace}/{flowId}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks the inputs of an execution and starts nothing */
        post: operations["postExecutionsNamespaceFlowIdValidateInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes executions; those of a list */
        delete: operations["deleteExecutionsByIdsInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes executions; all that a query finds */
        delete: operations["deleteExecutionsByQueryInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/change-status/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives ended executions another state; those of a list */
        post: operations["postExecutionsChangeStatusByIdsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/change-status/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives ended executions another state; all that a query finds */
        post: operations["postExecutionsChangeStatusByQueryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/export/by-query/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a table of the executions found */
        get: operations["getExecutionsExportByQueryCsvInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/flows/{namespace}/{flowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows what a flow is made of and asks for */
        get: operations["getExecutionsFlowsNamespaceFlowIdInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/force-run/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts or resumes executions whatever they wait for; those of a list */
        post: operations["postExecutionsForceRunByIdsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/force-run/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts or resumes executions whatever they wait for; all that a query finds */
        post: operations["postExecutionsForceRunByQueryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/kill/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stops executions; those of a list */
        delete: operations["deleteExecutionsKillByIdsInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/kill/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stops executions; all that a query finds */
        delete: operations["deleteExecutionsKillByQueryInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/labels/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives ended executions labels; those of a list */
        post: operations["postExecutionsLabelsByIdsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/labels/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives ended executions labels; all that a query finds */
        post: operations["postExecutionsLabelsByQueryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/latest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows the latest executions of flows */
        post: operations["postExecutionsLatestInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/namespaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists namespaces with flows that can be run */
        get: operations["getExecutionsNamespacesInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/namespaces/{namespace}/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the flows of a namespace that can be run */
        get: operations["getExecutionsNamespacesNamespaceFlowsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/pause/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts nothing new in executions until they are resumed; those of a list */
        post: operations["postExecutionsPauseByIdsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/pause/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts nothing new in executions until they are resumed; all that a query finds */
        post: operations["postExecutionsPauseByQueryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/replay/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs executions again, as new ones; those of a list */
        post: operations["postExecutionsReplayByIdsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/replay/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Runs executions again, as new ones; all that a query finds */
        post: operations["postExecutionsReplayByQueryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/restart/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on where executions failed; those of a list */
        post: operations["postExecutionsRestartByIdsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/restart/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on where executions failed; all that a query finds */
        post: operations["postExecutionsRestartByQueryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/resume-from-breakpoint/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on at breakpoints; those of a list */
        post: operations["postExecutionsResumeFromBreakpointByIdsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/resume-from-breakpoint/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on at breakpoints; all that a query finds */
        post: operations["postExecutionsResumeFromBreakpointByQueryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/resume/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on after pauses that ask nothing; those of a list */
        post: operations["postExecutionsResumeByIdsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/resume/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goes on after pauses that ask nothing; all that a query finds */
        post: operations["postExecutionsResumeByQueryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches executions */
        get: operations["getExecutionsSearchInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts executions over time, by state */
        get: operations["getExecutionsStatsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/stats/by-namespace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts executions by namespace and state */
        get: operations["getExecutionsStatsByNamespaceInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/trigger/{namespace}/{flowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts an execution; the older spelling */
        post: operations["postExecutionsTriggerNamespaceFlowIdInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/unqueue/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes executions out of their queues; those of a list */
        post: operations["postExecutionsUnqueueByIdsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/unqueue/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes executions out of their queues; all that a query finds */
        post: operations["postExecutionsUnqueueByQueryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/webhook/{namespace}/{flowId}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Starts a flow by its webhook */
        get: operations["getExecutionsWebhookNamespaceFlowIdKeyInTenant"];
        /** Starts a flow by its webhook */
        put: operations["putExecutionsWebhookNamespaceFlowIdKeyInTenant"];
        /** Starts a flow by its webhook */
        post: operations["postExecutionsWebhookNamespaceFlowIdKeyInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/executions/webhook/{namespace}/{flowId}/{key}/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Starts a flow by its webhook */
        get: operations["getExecutionsWebhookNamespaceFlowIdKeyPathInTenant"];
        /** Starts a flow by its webhook */
        put: operations["putExecutionsWebhookNamespaceFlowIdKeyPathInTenant"];
        /** Starts a flow by its webhook */
        post: operations["postExecutionsWebhookNamespaceFlowIdKeyPathInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/expressions/render": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Renders expressions with the variables of an execution, of a flow or of none */
        post: operations["postExpressionsRenderInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Creates a flow from its YAML source */
        post: operations["postFlowsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/{namespace}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the flows of a namespace */
        get: operations["getFlowsNamespaceInTenant"];
        put?: never;
        /** Saves the flows of a namespace, all or none */
        post: operations["postFlowsNamespaceInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/{namespace}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a flow */
        get: operations["getFlowsNamespaceIdInTenant"];
        /** Saves a new revision of a flow, if its source changed */
        put: operations["putFlowsNamespaceIdInTenant"];
        post?: never;
        /** Removes a flow; revisions and executions stay */
        delete: operations["deleteFlowsNamespaceIdInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/{namespace}/{id}/dependencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows what starts a flow, and what is started from there */
        get: operations["getFlowsNamespaceIdDependenciesInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/{namespace}/{id}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Draws a flow */
        get: operations["getFlowsNamespaceIdGraphInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/{namespace}/{id}/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the revisions of a flow */
        get: operations["getFlowsNamespaceIdRevisionsInTenant"];
        put?: never;
        post?: never;
        /** Removes revisions that nobody needs */
        delete: operations["deleteFlowsNamespaceIdRevisionsInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/{namespace}/{id}/tasks/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a task of a flow */
        get: operations["getFlowsNamespaceIdTasksTaskIdInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Saves several flows, all or none */
        post: operations["postFlowsBulkInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/delete/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes flows */
        delete: operations["deleteFlowsDeleteByIdsInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/delete/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes all flows found */
        delete: operations["deleteFlowsDeleteByQueryInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/deprecated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists flows with old names of types */
        get: operations["getFlowsDeprecatedInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/disable/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches flows off */
        post: operations["postFlowsDisableByIdsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/disable/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches all flows found off */
        post: operations["postFlowsDisableByQueryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/distinct-namespaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists namespaces with flows */
        get: operations["getFlowsDistinctNamespacesInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/enable/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches flows on */
        post: operations["postFlowsEnableByIdsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/enable/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches all flows found on */
        post: operations["postFlowsEnableByQueryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/export/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Downloads flows */
        post: operations["postFlowsExportByIdsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/export/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads the flows found */
        get: operations["getFlowsExportByQueryInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/export/by-query/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a table of the flows found */
        get: operations["getFlowsExportByQueryCsvInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/expressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lists what the expressions of a flow can use */
        post: operations["postFlowsExpressionsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draws a flow from its YAML source */
        post: operations["postFlowsGraphInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Saves the flows of a file */
        post: operations["postFlowsImportInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches flows */
        get: operations["getFlowsSearchInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches the sources of all flows */
        get: operations["getFlowsSourceInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks sources and saves nothing */
        post: operations["postFlowsValidateInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/validate/task": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks a task on its own */
        post: operations["postFlowsValidateTaskInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/flows/validate/trigger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks a trigger on its own */
        post: operations["postFlowsValidateTriggerInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/kv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches the keys of all namespaces */
        get: operations["getKvInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/logs/{executionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows an execution's log */
        get: operations["getLogsExecutionIdInTenant"];
        put?: never;
        post?: never;
        /** Removes an execution's log */
        delete: operations["deleteLogsExecutionIdInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/logs/{executionId}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads an execution's log */
        get: operations["getLogsExecutionIdDownloadInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/logs/{executionId}/follow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Watches an execution's log */
        get: operations["getLogsExecutionIdFollowInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/logs/{namespace}/{flowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes what a trigger has written */
        delete: operations["deleteLogsNamespaceFlowIdInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/logs/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads the lines of a search */
        get: operations["getLogsDownloadInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/logs/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches log lines */
        get: operations["getLogsSearchInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/logs/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts log lines over time, by level */
        get: operations["getLogsStatsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/mcp/{server}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a message of the Model Context Protocol: flows are called as tools */
        post: operations["postMcpServerInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/metrics/{executionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the figures of an execution */
        get: operations["getMetricsExecutionIdInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/metrics/aggregates/{namespace}/{flowId}/{metric}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a figure of a flow over time */
        get: operations["getMetricsAggregatesNamespaceFlowIdMetricInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/metrics/aggregates/{namespace}/{flowId}/{taskId}/{metric}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a figure of a task over time */
        get: operations["getMetricsAggregatesNamespaceFlowIdTaskIdMetricInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/metrics/names/{namespace}/{flowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the names of the figures of a flow */
        get: operations["getMetricsNamesNamespaceFlowIdInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/metrics/names/{namespace}/{flowId}/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the names of the figures of a task */
        get: operations["getMetricsNamesNamespaceFlowIdTaskIdInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/metrics/tasks/{namespace}/{flowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the tasks of a flow that report figures */
        get: operations["getMetricsTasksNamespaceFlowIdInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Describes a namespace */
        post: operations["postNamespacesInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/{namespace}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a namespace */
        get: operations["getNamespacesNamespaceInTenant"];
        /** Describes a namespace, in place of what was said about it */
        put: operations["putNamespacesNamespaceInTenant"];
        post?: never;
        /** Forgets what was said about a namespace */
        delete: operations["deleteNamespacesNamespaceInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/{namespace}/dependencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows what starts the flows of a namespace, and what is started from there */
        get: operations["getNamespacesNamespaceDependenciesInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/{namespace}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads a file of a namespace */
        get: operations["getNamespacesNamespaceFilesInTenant"];
        /** Moves a file or folder of a namespace */
        put: operations["putNamespacesNamespaceFilesInTenant"];
        /** Writes a file of a namespace, or unpacks an archive */
        post: operations["postNamespacesNamespaceFilesInTenant"];
        /** Deletes a file or folder */
        delete: operations["deleteNamespacesNamespaceFilesInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/{namespace}/files/directory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists a folder of a namespace */
        get: operations["getNamespacesNamespaceFilesDirectoryInTenant"];
        put?: never;
        /** Makes a folder of a namespace */
        post: operations["postNamespacesNamespaceFilesDirectoryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/{namespace}/files/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads all files and flows of a namespace */
        get: operations["getNamespacesNamespaceFilesExportInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/{namespace}/files/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches what is in the files of a namespace */
        get: operations["getNamespacesNamespaceFilesLinesInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/{namespace}/files/revisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists what a file of a namespace has held */
        get: operations["getNamespacesNamespaceFilesRevisionsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/{namespace}/files/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches the files of a namespace */
        get: operations["getNamespacesNamespaceFilesSearchInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/{namespace}/files/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Describes a file or folder of a namespace */
        get: operations["getNamespacesNamespaceFilesStatsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/{namespace}/inherited-secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the secrets that a namespace and those above it have */
        get: operations["getNamespacesNamespaceInheritedSecretsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/{namespace}/inherited-variables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the variables that flows of a namespace see */
        get: operations["getNamespacesNamespaceInheritedVariablesInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/{namespace}/kv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the keys of a namespace */
        get: operations["getNamespacesNamespaceKvInTenant"];
        put?: never;
        post?: never;
        /** Removes several keys */
        delete: operations["deleteNamespacesNamespaceKvInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/{namespace}/kv/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the value of a key */
        get: operations["getNamespacesNamespaceKvKeyInTenant"];
        /** Gives a key a value */
        put: operations["putNamespacesNamespaceKvKeyInTenant"];
        post?: never;
        /** Removes a key */
        delete: operations["deleteNamespacesNamespaceKvKeyInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/{namespace}/kv/inheritance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the keys of the namespaces above */
        get: operations["getNamespacesNamespaceKvInheritanceInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/{namespace}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the secrets of a namespace */
        get: operations["getNamespacesNamespaceSecretsInTenant"];
        /** Sets a secret */
        put: operations["putNamespacesNamespaceSecretsInTenant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/{namespace}/secrets/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a secret */
        delete: operations["deleteNamespacesNamespaceSecretsKeyInTenant"];
        options?: never;
        head?: never;
        /** Changes the description of a secret */
        patch: operations["patchNamespacesNamespaceSecretsKeyInTenant"];
        trace?: never;
    };
    "/api/v1/main/namespaces/autocomplete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes a namespace */
        post: operations["postNamespacesAutocompleteInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/namespaces/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches namespaces */
        get: operations["getNamespacesSearchInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/outputs/{executionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the task runs of an execution that have outputs */
        get: operations["getOutputsExecutionIdInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/outputs/{executionId}/{taskRunId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the outputs of a task run */
        get: operations["getOutputsExecutionIdTaskRunIdInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/pebble/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the filters of expressions */
        get: operations["getPebbleFiltersInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/pebble/functions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the functions of expressions */
        get: operations["getPebbleFunctionsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/plugins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists plugins with their types */
        get: operations["getPluginsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/plugins/{cls}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Describes a type */
        get: operations["getPluginsClsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/plugins/groups/subgroups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists plugins by subgroup */
        get: operations["getPluginsGroupsSubgroupsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/plugins/icons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the icons of types */
        get: operations["getPluginsIconsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/plugins/icons/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the icons of plugins */
        get: operations["getPluginsIconsGroupsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/plugins/inputs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the types of inputs */
        get: operations["getPluginsInputsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/plugins/inputs/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Describes a type of inputs */
        get: operations["getPluginsInputsTypeInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/plugins/schemas/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows the JSON Schema of flows or of a part of them */
        get: operations["getPluginsSchemasTypeInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the secrets of all namespaces */
        get: operations["getSecretsInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/stats/executions/by-flow": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shows what became of flows lately */
        post: operations["postStatsExecutionsByFlowInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Creates a template */
        post: operations["postTemplatesInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/templates/{namespace}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Saves the templates of a namespace, all or none */
        post: operations["postTemplatesNamespaceInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/templates/{namespace}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a template */
        get: operations["getTemplatesNamespaceIdInTenant"];
        /** Changes a template */
        put: operations["putTemplatesNamespaceIdInTenant"];
        post?: never;
        /** Removes a template; executions that use it go on */
        delete: operations["deleteTemplatesNamespaceIdInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/templates/delete/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes templates */
        delete: operations["deleteTemplatesDeleteByIdsInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/templates/delete/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes the templates found */
        delete: operations["deleteTemplatesDeleteByQueryInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/templates/distinct-namespaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists namespaces with templates */
        get: operations["getTemplatesDistinctNamespacesInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/templates/export/by-ids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Downloads templates */
        post: operations["postTemplatesExportByIdsInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/templates/export/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads the templates found */
        get: operations["getTemplatesExportByQueryInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/templates/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Saves the templates of a file */
        post: operations["postTemplatesImportInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/templates/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches templates */
        get: operations["getTemplatesSearchInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/templates/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Checks templates and saves nothing */
        post: operations["postTemplatesValidateInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Switches a trigger or backfills it */
        put: operations["putTriggersInTenant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/{namespace}/{flowId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Lists the triggers of a flow */
        get: operations["getTriggersNamespaceFlowIdInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/{namespace}/{flowId}/{triggerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows a trigger */
        get: operations["getTriggersNamespaceFlowIdTriggerIdInTenant"];
        put?: never;
        post?: never;
        /** Forgets where a trigger stands */
        delete: operations["deleteTriggersNamespaceFlowIdTriggerIdInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/{namespace}/{flowId}/{triggerId}/restart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Evaluates a trigger once more */
        post: operations["postTriggersNamespaceFlowIdTriggerIdRestartInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/{namespace}/{flowId}/{triggerId}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a trigger go on */
        post: operations["postTriggersNamespaceFlowIdTriggerIdUnlockInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/backfill/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Makes up for a stretch of the past */
        put: operations["putTriggersBackfillCreateInTenant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/backfill/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives backfills up */
        post: operations["postTriggersBackfillDeleteInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/backfill/delete/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives backfills up, many at once */
        post: operations["postTriggersBackfillDeleteByQueryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/backfill/delete/by-triggers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives backfills up, many at once */
        post: operations["postTriggersBackfillDeleteByTriggersInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/backfill/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lets backfills wait */
        put: operations["putTriggersBackfillPauseInTenant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/backfill/pause/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets backfills wait, many at once */
        post: operations["postTriggersBackfillPauseByQueryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/backfill/pause/by-triggers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets backfills wait, many at once */
        post: operations["postTriggersBackfillPauseByTriggersInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/backfill/unpause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Lets backfills go on */
        put: operations["putTriggersBackfillUnpauseInTenant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/backfill/unpause/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets backfills go on, many at once */
        post: operations["postTriggersBackfillUnpauseByQueryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/backfill/unpause/by-triggers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets backfills go on, many at once */
        post: operations["postTriggersBackfillUnpauseByTriggersInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/delete/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forgets where triggers stand */
        delete: operations["deleteTriggersDeleteByQueryInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/delete/by-triggers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Forgets where triggers stand */
        delete: operations["deleteTriggersDeleteByTriggersInTenant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/export/by-query/csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Downloads the triggers that are found as a table */
        get: operations["getTriggersExportByQueryCsvInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/next-dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Calculates the next dates of a cron expression */
        get: operations["getTriggersNextDatesInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches triggers */
        get: operations["getTriggersSearchInTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/set-disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Switches a trigger on or off */
        put: operations["putTriggersSetDisabledInTenant"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/set-disabled/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches triggers on or off */
        post: operations["postTriggersSetDisabledByQueryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/set-disabled/by-triggers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches triggers on or off */
        post: operations["postTriggersSetDisabledByTriggersInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/unlock/by-query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets triggers go on that wait */
        post: operations["postTriggersUnlockByQueryInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/main/triggers/unlock/by-triggers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets triggers go on that wait */
        post: operations["postTriggersUnlockByTriggersInTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells which parts work */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/liveness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells that the process answers */
        get: operations["getHealthLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/readiness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells whether work is accepted */
        get: operations["getHealthReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Answers pong */
        get: operations["getPing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/prometheus": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shows figures for Prometheus */
        get: operations["getPrometheus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tells which program this is */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Aggregate: {
            aggregations: components["schemas"]["AggregatePiece"][];
            groupBy: string;
        };
        AggregatePiece: {
            /** Format: date-time */
            date: string;
            name: string;
            value: number;
        };
        Backfill: {
            /** Format: date-time */
            currentDate: string;
            /** Format: date-time */
            end: string;
            inputs: {
                [key: string]: unknown;
            };
            labels: components["schemas"]["Label"][];
            paused: boolean;
            /** Format: date-time */
            previousNextExecutionDate?: string;
            /** Format: date-time */
            start: string;
        };
        BackfillRequest: {
            /** Format: date-time */
            end?: string;
            inputs?: {
                [key: string]: unknown;
            };
            labels?: components["schemas"]["Label"][];
            /** Format: date-time */
            start: string;
        };
        Blueprint: {
            description?: string;
            flow?: string;
            id: string;
            includedTasks: string[];
            kind: string;
            publishedAt: string;
            source?: string;
            tags: string[];
            title: string;
        };
        Bulk: {
            /** Format: int32 */
            count: number;
            operationId: string;
            tooLate?: components["schemas"]["ProblemInvalid"][];
            /** Format: int32 */
            totalItems: number;
        };
        Changes: {
            execution?: components["schemas"]["Execution"];
            removed?: string[];
            runs?: components["schemas"]["ChangesRun"][];
            /** Format: int32 */
            total?: number;
        };
        ChangesRun: {
            /** Format: int32 */
            attempts: number;
            /** Format: int64 */
            end?: number;
            id: string;
            /** Format: int32 */
            iteration?: number;
            parentId?: string;
            /** Format: int64 */
            start: number;
            state: string;
            subflow?: string;
            taskId: string;
            value?: string;
        };
        Completion: {
            categories: components["schemas"]["CompletionCategories"];
        };
        CompletionCategories: {
            appContext: string[];
            executionContext: string[];
            filters: string[];
            functions: string[];
            inputs: string[];
            kvPairs: string[];
            namespaceFiles: string[];
            secrets: string[];
            taskOutputs: string[];
            variables: string[];
        };
        Config: {
            /** Format: duration */
            chartDefaultDuration: string;
            /** Format: date-time */
            commitDate: string;
            commitId: string;
            edition: string;
            hiddenLabelsPrefixes: string[];
            isAiApiKeyConfigured: boolean;
            isAiEnabled: boolean;
            isAnonymousUsageEnabled: boolean;
            isBasicAuthEnabled: boolean;
            isBasicAuthInitialized: boolean;
            isConcurrencyViewEnabled: boolean;
            isCustomDashboardsEnabled: boolean;
            isTaskRunEnabled: boolean;
            isTemplateEnabled: boolean;
            isUiAnonymousUsageEnabled: boolean;
            preview: components["schemas"]["ConfigPreview"];
            systemNamespace: string;
            url?: Record<string, never>;
            uuid: Record<string, never>;
            version: string;
        };
        ConfigPreview: {
            /** Format: int32 */
            initial: number;
            /** Format: int32 */
            max: number;
        };
        Count: {
            /** Format: int32 */
            count: number;
        };
        Dashboard: {
            charts: {
                [key: string]: unknown;
            }[];
            /** Format: date-time */
            created: string;
            deleted: boolean;
            description?: string;
            id: string;
            sourceCode: string;
            tenantId: string;
            timeWindow: {
                [key: string]: string;
            };
            title: string;
            /** Format: date-time */
            updated: string;
        };
        DeletedKeys: {
            keys: string[];
        };
        Dependency: {
            edges: components["schemas"]["DependencyEdge"][];
            nodes: components["schemas"]["DependencyNode"][];
        };
        DependencyEdge: {
            /** @enum {string} */
            relation: "FLOW_TASK" | "FLOW_TRIGGER";
            source: string;
            target: string;
        };
        DependencyNode: {
            id: string;
            namespace: string;
            uid: string;
        };
        DeprecatedFlow: {
            deprecatedTasks: string[];
            flowId: string;
            namespace: string;
            /** Format: int32 */
            revision: number;
        };
        Evaluation: {
            error?: string;
            /** Format: int32 */
            line?: number;
            result?: string;
            value?: unknown;
        };
        Execution: {
            breakpoints: components["schemas"]["ExecutionMark"][];
            deleted: boolean;
            flowId: string;
            /** Format: int32 */
            flowRevision: number;
            id: string;
            inputs: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            kind: "NORMAL" | "TEST" | "PLAYGROUND";
            labels: components["schemas"]["Label"][];
            metadata: components["schemas"]["ExecutionMetadata"];
            namespace: string;
            originalId: string;
            outputs?: {
                [key: string]: unknown;
            };
            parentId?: string;
            queue?: components["schemas"]["Queue"];
            /** Format: date-time */
            scheduleDate?: string;
            state: components["schemas"]["State"];
            taskRunList: components["schemas"]["TaskRun"][];
            tenantId: string;
            trigger?: components["schemas"]["ExecutionTrigger"];
            url?: string;
            variables?: {
                [key: string]: unknown;
            };
        };
        ExecutionId: {
            value: string;
        };
        ExecutionMark: {
            id: string;
            value?: string;
        };
        ExecutionMetadata: {
            /** Format: int32 */
            attemptNumber: number;
            /** Format: date-time */
            originalCreatedDate: string;
        };
        ExecutionStats: {
            buckets: components["schemas"]["ExecutionStatsPiece"][];
            groupBy: string;
        };
        ExecutionStatsLengths: {
            avg: number;
            max: number;
        };
        ExecutionStatsPiece: {
            counts: {
                [key: string]: number;
            };
            duration?: components["schemas"]["ExecutionStatsLengths"];
            /** Format: date-time */
            startDate: string;
        };
        ExecutionTrigger: {
            id: string;
            logFile?: string;
            type: string;
            variables: {
                [key: string]: unknown;
            };
        };
        FileAttributes: {
            /** Format: int64 */
            creationTime: number;
            fileName: string;
            /** Format: int64 */
            lastModifiedTime: number;
            /** Format: int64 */
            size: number;
            /** @enum {string} */
            type: "File" | "Directory";
        };
        FilePreview: {
            content?: unknown;
            extension: string;
            /** Format: int32 */
            maxLine: number;
            truncated: boolean;
            /** @enum {string} */
            type: "LIST" | "TEXT" | "MARKDOWN" | "IMAGE" | "PDF";
        };
        FileSize: {
            /** Format: int64 */
            size: number;
        };
        Flow: {
            deleted: boolean;
            description?: string;
            disabled: boolean;
            exception?: string;
            id: string;
            labels?: components["schemas"]["Label"][];
            namespace: string;
            /** Format: int32 */
            revision: number;
            source?: string;
            tenantId: string;
            /** Format: date-time */
            updated: string;
        } & {
            [key: string]: unknown;
        };
        FlowId: {
            id: string;
            namespace: string;
        };
        FlowRuns: {
            executions: components["schemas"]["FlowRunsRun"][];
            flowId: string;
            namespace: string;
        };
        FlowRunsRun: {
            /** Format: duration */
            duration: string;
            id: string;
            /** Format: date-time */
            startDate: string;
            state: string;
        };
        FlowSource: {
            fragments: string[];
            model: components["schemas"]["Flow"];
        };
        FoundLines: {
            results: components["schemas"]["FoundLinesLine"][];
            truncated: boolean;
        };
        FoundLinesLine: {
            /** Format: int32 */
            line: number;
            path: string;
            text: string;
        };
        Function: {
            arguments: string[];
            name: string;
        };
        Graph: {
            clusters: components["schemas"]["GraphCluster"][];
            edges: components["schemas"]["GraphEdge"][];
            flowables: string[];
            nodes: components["schemas"]["GraphNode"][];
        };
        GraphCluster: {
            cluster: components["schemas"]["GraphNode"];
            end: string;
            nodes: string[];
            parents: string[];
            start: string;
        };
        GraphEdge: {
            relation: components["schemas"]["GraphRelation"];
            source: string;
            target: string;
        };
        GraphItem: {
            id: string;
            type: string;
        };
        GraphNode: {
            /** @enum {string} */
            branchType?: "SEQUENTIAL" | "CHOICE" | "ERROR" | "FINALLY" | "AFTER_EXECUTION" | "PARALLEL" | "DYNAMIC";
            states?: {
                [key: string]: number;
            };
            subflow?: components["schemas"]["GraphSubflow"];
            task?: components["schemas"]["GraphItem"];
            trigger?: components["schemas"]["GraphItem"];
            type: string;
            uid: string;
        };
        GraphRelation: {
            /** @enum {string} */
            relationType: "SEQUENTIAL" | "CHOICE" | "ERROR" | "FINALLY" | "AFTER_EXECUTION" | "PARALLEL" | "DYNAMIC";
            value?: string;
        };
        GraphSubflow: {
            flowId: string;
            namespace: string;
        };
        Health: {
            details?: {
                [key: string]: components["schemas"]["HealthPart"];
            };
            name?: string;
            /** @enum {string} */
            status: "UP" | "DOWN";
        };
        HealthPart: {
            name: string;
            /** @enum {string} */
            status: "UP" | "DOWN";
        };
        Inputs: {
            checks: components["schemas"]["InputsCheck"][];
            id: string;
            inputs: components["schemas"]["InputsInput"][];
            namespace: string;
        };
        InputsCheck: {
            /** @enum {string} */
            behavior: "BLOCK_EXECUTION" | "FAIL_EXECUTION" | "CREATE_EXECUTION";
            message: string;
            /** @enum {string} */
            style: "ERROR" | "SUCCESS" | "WARNING" | "INFO";
        };
        InputsError: {
            message: string;
        };
        InputsInput: {
            enabled: boolean;
            errors: components["schemas"]["InputsError"][];
            input: unknown;
            isDefault: boolean;
            value?: unknown;
        };
        InputType: {
            cls: string;
            type: string;
        };
        KeyEntry: {
            /** Format: date-time */
            creationDate: string;
            description?: string;
            /** Format: date-time */
            expirationDate?: string;
            key: string;
            namespace: string;
            /** Format: int32 */
            revision: number;
            /** Format: date-time */
            updateDate: string;
            /** Format: int32 */
            version: number;
        };
        KeyValue: {
            /** Format: date-time */
            expires?: string;
            /** Format: int32 */
            revision: number;
            /** @enum {string} */
            type: "STRING" | "NUMBER" | "BOOLEAN" | "DATETIME" | "DATE" | "DURATION" | "JSON";
            /** Format: date-time */
            updated: string;
            value: unknown;
        };
        Label: {
            key: string;
            value: string;
        };
        LabelChange: {
            executionLabels: components["schemas"]["Label"][];
            executionsId: string[];
        };
        Latest: {
            flowId: string;
            id: string;
            namespace: string;
            /** Format: date-time */
            startDate: string;
            status: string;
        };
        LightFlow: {
            deleted: boolean;
            description?: string;
            disabled: boolean;
            id: string;
            inputs?: unknown;
            namespace: string;
            /** Format: int32 */
            revision: number;
            tenantId: string;
        } & {
            [key: string]: unknown;
        };
        Limit: {
            flowId: string;
            /** Format: int32 */
            limit: number;
            namespace: string;
            /** Format: int32 */
            running: number;
            tenantId: string;
        };
        Link: {
            executionId: string;
            flowId: string;
            namespace: string;
            state: components["schemas"]["State"];
            tenantId: string;
        };
        Log: {
            /** Format: int32 */
            attemptNumber?: number;
            executionId?: string;
            /** @enum {string} */
            executionKind?: "NORMAL" | "TEST" | "PLAYGROUND";
            flowId: string;
            /** @enum {string} */
            level: "TRACE" | "DEBUG" | "INFO" | "WARN" | "ERROR";
            message: string;
            namespace: string;
            taskId?: string;
            taskRunId?: string;
            tenantId: string;
            thread: string;
            /** Format: date-time */
            timestamp: string;
            triggerId?: string;
        };
        Login: {
            isBasicAuthEnabled: boolean;
            isBasicAuthInitialized: boolean;
            isSetUpPossible: boolean;
            version: string;
        };
        LogStats: {
            buckets: components["schemas"]["LogStatsPiece"][];
            groupBy: string;
        };
        LogStatsPiece: {
            counts: {
                [key: string]: number;
            };
            /** Format: date-time */
            startDate: string;
        };
        Metric: {
            executionId: string;
            flowId: string;
            name: string;
            namespace: string;
            tags: {
                [key: string]: string;
            };
            taskId: string;
            taskRunId: string;
            tenantId: string;
            /** Format: date-time */
            timestamp: string;
            type: string;
            value: number;
        };
        Namespace: {
            /** Format: date-time */
            created?: string;
            deleted: boolean;
            description?: string;
            disabled: boolean;
            id: string;
            /** Format: date-time */
            updated?: string;
            variables?: {
                [key: string]: unknown;
            };
        };
        NamespaceBody: {
            description?: string;
            id: string;
            variables: {
                [key: string]: unknown;
            };
        };
        NamespaceStats: {
            counts: {
                [key: string]: number;
            };
            namespace: string;
        };
        NextDates: {
            dates: string[];
            timezone: string;
        };
        Output: {
            inline: boolean;
            /** Format: int32 */
            iteration?: number;
            taskId: string;
            taskRunId: string;
            value?: string;
        };
        PageBlueprint: {
            results: components["schemas"]["Blueprint"][];
            /** Format: int64 */
            total: number;
        };
        PageDashboard: {
            results: components["schemas"]["Dashboard"][];
            /** Format: int64 */
            total: number;
        };
        PageExecution: {
            results: components["schemas"]["Execution"][];
            /** Format: int64 */
            total: number;
        };
        PageFlow: {
            results: components["schemas"]["Flow"][];
            /** Format: int64 */
            total: number;
        };
        PageFlowSource: {
            results: components["schemas"]["FlowSource"][];
            /** Format: int64 */
            total: number;
        };
        PageKeyEntry: {
            results: components["schemas"]["KeyEntry"][];
            /** Format: int64 */
            total: number;
        };
        PageLimit: {
            results: components["schemas"]["Limit"][];
            /** Format: int64 */
            total: number;
        };
        PageLog: {
            results: components["schemas"]["Log"][];
            /** Format: int64 */
            total: number;
        };
        PageMap: {
            results: Record<string, never>[];
            /** Format: int64 */
            total: number;
        };
        PageMetric: {
            results: components["schemas"]["Metric"][];
            /** Format: int64 */
            total: number;
        };
        PageNamespace: {
            results: components["schemas"]["Namespace"][];
            /** Format: int64 */
            total: number;
        };
        PageTemplate: {
            results: components["schemas"]["Template"][];
            /** Format: int64 */
            total: number;
        };
        PageTrigger: {
            results: components["schemas"]["Trigger"][];
            /** Format: int64 */
            total: number;
        };
        PageTriggerState: {
            results: components["schemas"]["TriggerState"][];
            /** Format: int64 */
            total: number;
        };
        Plugin: {
            appBlocks: components["schemas"]["PluginElement"][];
            apps: components["schemas"]["PluginElement"][];
            categories: string[];
            charts: components["schemas"]["PluginElement"][];
            conditions: components["schemas"]["PluginElement"][];
            controllers: components["schemas"]["PluginElement"][];
            dataFilters: components["schemas"]["PluginElement"][];
            group: string;
            logExporters: components["schemas"]["PluginElement"][];
            name: string;
            secrets: components["schemas"]["PluginElement"][];
            storages: components["schemas"]["PluginElement"][];
            subGroup?: string;
            taskRunners: components["schemas"]["PluginElement"][];
            tasks: components["schemas"]["PluginElement"][];
            title: string;
            triggers: components["schemas"]["PluginElement"][];
            version: string;
        };
        PluginElement: {
            cls: string;
            deprecated: boolean;
            description?: string;
            title: string;
        };
        Problem: {
            _embedded?: components["schemas"]["ProblemEmbedded"];
            _links: components["schemas"]["ProblemLinks"];
            invalids?: components["schemas"]["ProblemInvalid"][];
            logref: string;
            message: string;
        };
        ProblemDetail: {
            code?: string;
            message: string;
            path?: string;
        };
        ProblemEmbedded: {
            errors: components["schemas"]["ProblemDetail"][];
        };
        ProblemInvalid: {
            invalidValue: string;
            message: string;
            path: string;
            propertyPath: string;
        };
        ProblemLink: {
            href: string;
            templated: boolean;
        };
        ProblemLinks: {
            self: components["schemas"]["ProblemLink"];
        };
        Queue: {
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            position: number;
            reason: string;
            /** Format: int32 */
            running: number;
            /** Format: int32 */
            waiting: number;
        };
        Render: {
            errors?: {
                [key: string]: string;
            };
            rendered: {
                [key: string]: string;
            };
        };
        RenderRequest: {
            executionId?: components["schemas"]["ExecutionId"];
            expressions: string[];
            flow?: string;
            flowId?: string;
            namespace?: string;
        };
        Revision: {
            /** Format: int32 */
            revision: number;
            /** Format: int64 */
            size: number;
            /** Format: date-time */
            updated: string;
        };
        Secret: {
            /** Format: date-time */
            created?: string;
            description?: string;
            key: string;
            namespace?: string;
            /** Format: int32 */
            revision?: number;
            /** Format: date-time */
            updated?: string;
        };
        SecretChangeBody: {
            description?: string;
            key: string;
            value: string;
        };
        SecretDescriptionBody: {
            description: string;
        };
        SecretPage: {
            readOnly: boolean;
            results: components["schemas"]["Secret"][];
            /** Format: int64 */
            total: number;
        };
        SetSecret: {
            key: string;
            namespace: string;
            /** Format: int32 */
            revision: number;
            warning?: string;
        };
        State: {
            current: string;
            /** Format: duration */
            duration: string;
            /** Format: date-time */
            endDate?: string;
            histories: components["schemas"]["StateEntry"][];
            /** Format: date-time */
            startDate: string;
        };
        StateEntry: {
            /** Format: date-time */
            date: string;
            state: string;
        };
        SwitchRequest: {
            disabled?: boolean;
            triggers: components["schemas"]["TriggerName"][];
        };
        Tag: {
            id: string;
            name: string;
            publishedAt: string;
        };
        TaskRun: {
            attempts: components["schemas"]["TaskRunAttempt"][];
            executionId: string;
            flowId: string;
            id: string;
            /** Format: int32 */
            iteration?: number;
            namespace: string;
            outputs: {
                [key: string]: unknown;
            };
            parentTaskRunId?: string;
            state: components["schemas"]["State"];
            taskId: string;
            tenantId: string;
            value?: string;
        };
        TaskRunAttempt: {
            logFile?: string;
            state: components["schemas"]["State"];
        };
        TaskRunChange: {
            state: string;
            taskRunId: string;
        };
        Template: {
            deleted: boolean;
            description?: string;
            exception?: string;
            id: string;
            namespace: string;
            /** Format: int32 */
            revision: number;
            source?: string;
            tenantId: string;
            /** Format: date-time */
            updated: string;
        } & {
            [key: string]: unknown;
        };
        Trigger: {
            abstractTrigger?: {
                [key: string]: unknown;
            };
            state: components["schemas"]["TriggerState"];
            trigger?: {
                [key: string]: unknown;
            };
            triggerContext: components["schemas"]["TriggerState"];
        };
        TriggerChange: {
            backfill?: components["schemas"]["BackfillRequest"];
            disabled?: boolean;
            flowId: string;
            namespace: string;
            triggerId: string;
        };
        TriggerName: {
            flowId: string;
            namespace: string;
            triggerId: string;
        };
        TriggerState: {
            backfill?: components["schemas"]["Backfill"];
            /** Format: date-time */
            date?: string;
            disabled: boolean;
            /** Format: date-time */
            evaluatedAt?: string;
            /** Format: date-time */
            evaluateRunningDate?: string;
            executionId?: string;
            flowId: string;
            /** @enum {string} */
            kind: "SCHEDULE" | "POLLING" | "REALTIME" | "WEBHOOK" | "MCP_TOOL" | "FLOW";
            /** Format: date-time */
            lastTriggeredDate?: string;
            locked: boolean;
            namespace: string;
            /** Format: date-time */
            nextEvaluationDate?: string;
            /** Format: date-time */
            nextExecutionDate?: string;
            problem?: string;
            stopAfter: string[];
            tenantId: string;
            triggerId: string;
            /** Format: date-time */
            updatedAt: string;
            /** Format: date-time */
            updatedDate: string;
            workerId?: string;
        };
        Type: {
            markdown: string;
            schema: {
                [key: string]: unknown;
            };
        };
        User: {
            username: string;
        };
        Validation: {
            constraints?: string;
            deprecationPaths?: string[];
            flow?: string;
            /** Format: int32 */
            index: number;
            infos?: string[];
            namespace?: string;
            outdated?: boolean;
            problems?: components["schemas"]["ValidationRemark"][];
            warnings?: string[];
        };
        ValidationRemark: {
            /** @enum {string} */
            code: "UNREADABLE_TEXT" | "YAML_SYNTAX" | "YAML_LIMIT" | "YAML_ALIAS" | "UNKNOWN_TAG" | "DUPLICATE_KEY" | "EXTRA_DOCUMENT" | "TOO_MANY" | "UNKNOWN_PROPERTY" | "MISSING_PROPERTY" | "WRONG_TYPE" | "INVALID_VALUE" | "INVALID_ID" | "RESERVED_ID" | "DUPLICATE_ID" | "UNKNOWN_REFERENCE" | "CYCLE" | "UNKNOWN_TYPE" | "NOT_SUPPORTED" | "ENGINE_ONLY" | "INVALID_EXPRESSION" | "DEPRECATED_PROPERTY" | "RENAMED_TYPE" | "DEPRECATED_TYPE" | "DEPRECATED_NAME" | "NO_EFFECT" | "WEAK_KEY";
            /** Format: int32 */
            column: number;
            hint?: string;
            /** Format: int32 */
            line: number;
            message: string;
            path: string;
            /** @enum {string} */
            severity: "ERROR" | "WARNING" | "INFO";
        };
        Version: {
            /** Format: date-time */
            commitDate: string;
            commitId: string;
            type: string;
            version: string;
        };
    };
    responses: {
        /** @description What went wrong */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getBasicAuthValidationErrors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing: a server with any does not start */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getConfigsLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a page has to know before that */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Login"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: string;
                };
            };
        };
        responses: {
            /** @description The session is in a cookie */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postBasicAuthInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: string;
                };
            };
        };
        responses: {
            /** @description From now on one has to sign in; the session is in a cookie */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The token is not the one that the server printed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There are credentials */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getBlueprintsCommunityInTenant: {
        parameters: {
            query?: {
                /** @description From 1 */
                page?: number;
                /** @description A text in the title, the source or a tag */
                q?: string;
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
                /** @description All of these tags */
                tags?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of blueprints */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageBlueprint"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBlueprintsCommunityIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The blueprint with its source */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Blueprint"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBlueprintsCommunityIdFlowInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The YAML document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-yaml": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBlueprintsCommunityIdGraphInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The graph of its flow */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Graph"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBlueprintsCommunityIdSourceInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The YAML document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-yaml": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBlueprintsCommunityDashboardInTenant: {
        parameters: {
            query?: {
                /** @description From 1 */
                page?: number;
                /** @description A text in the title, the source or a tag */
                q?: string;
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
                /** @description All of these tags */
                tags?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of blueprints */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageBlueprint"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBlueprintsCommunityDashboardIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The blueprint with its source */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Blueprint"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBlueprintsCommunityDashboardIdSourceInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The YAML document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-yaml": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBlueprintsCommunityDashboardTagsInTenant: {
        parameters: {
            query?: {
                /** @description How the tags begin */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tags by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBlueprintsCommunityFlowInTenant: {
        parameters: {
            query?: {
                /** @description From 1 */
                page?: number;
                /** @description A text in the title, the source or a tag */
                q?: string;
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
                /** @description All of these tags */
                tags?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of blueprints */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageBlueprint"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBlueprintsCommunityFlowIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The blueprint with its source */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Blueprint"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBlueprintsCommunityFlowIdGraphInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The graph of its flow */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Graph"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBlueprintsCommunityFlowIdSourceInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The YAML document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-yaml": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBlueprintsCommunityFlowTagsInTenant: {
        parameters: {
            query?: {
                /** @description How the tags begin */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tags by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getBlueprintsCommunityTagsInTenant: {
        parameters: {
            query?: {
                /** @description How the tags begin */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tags by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putConcurrencyLimitNamespaceFlowIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Limit"];
            };
        };
        responses: {
            /** @description What runs now, whatever the body says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Limit"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getConcurrencyLimitSearchInTenant: {
        parameters: {
            query?: {
                /** @description From 1 */
                page?: number;
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of flows, by id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageLimit"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getConfigsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What clients have to know */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Config"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDashboardsInTenant: {
        parameters: {
            query?: {
                /** @description From 1 */
                page?: number;
                /** @description A part of the title */
                q?: string;
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of dashboards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageDashboard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postDashboardsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-yaml": string;
            };
        };
        responses: {
            /** @description The dashboard, with an id if it had none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDashboardsIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dashboard */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putDashboardsIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-yaml": string;
            };
        };
        responses: {
            /** @description The dashboard */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteDashboardsIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postDashboardsIdChartsChartIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chartId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Rows, by the names of the columns */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageMap"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postDashboardsIdChartsChartIdExportToCsvInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                chartId: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description A line for each row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postDashboardsChartsExportToCsvInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description A line for each row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postDashboardsChartsPreviewInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Rows, by the names of the columns */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageMap"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postDashboardsValidateInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-yaml": string;
            };
        };
        responses: {
            /** @description What there is to say about it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Validation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postDashboardsValidateChartInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-yaml": string;
            };
        };
        responses: {
            /** @description What there is to say about it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Validation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsInTenant: {
        parameters: {
            query: {
                /** @description Of the flow */
                flowId: string;
                /** @description Of the flow */
                namespace: string;
                /** @description From 1 */
                page?: number;
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of executions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageExecution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsExecutionIdChangesInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                executionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events named start, runs, progress and end, with what is new only */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Changes"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsExecutionIdFollowInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                executionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events named start, progress and end, each with the whole execution */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Execution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsExecutionIdFollowDependenciesInTenant: {
        parameters: {
            query?: {
                /** @description Whether to leave out those that began earlier */
                destinationOnly?: boolean;
                /** @description Of no effect: all are told, however far away */
                expandAll?: boolean;
            };
            header?: never;
            path: {
                executionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events named start, progress and end for each execution, end-all for all of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Link"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsExecutionIdTaskRunsTaskRunIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                executionId: string;
                taskRunId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With its attempts and outputs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskRun"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The execution */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteExecutionsIdInTenant: {
        parameters: {
            query?: {
                /** @description Whether the log goes, too; true if absent */
                deleteLogs?: boolean;
                /** @description Whether the figures go, too; true if absent */
                deleteMetrics?: boolean;
                /** @description Whether the files go, too; true if absent */
                deleteStorage?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The execution is removed; one that ran was stopped first */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsIdChangeStatusInTenant: {
        parameters: {
            query: {
                /** @description A state in which executions end */
                status: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The execution, or the new one that was made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsIdEvalInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/plain": string;
            };
        };
        responses: {
            /** @description Its result, or why there is none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsIdEvalTaskRunIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                taskRunId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/plain": string;
            };
        };
        responses: {
            /** @description Its result, or why there is none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsIdFileInTenant: {
        parameters: {
            query: {
                /** @description RAW, or JSONL to turn rows in Ion into lines of JSON */
                format?: string;
                /** @description The address of the file, such as kestra:///… */
                path: string;
            };
            header?: {
                /** @description A part of the file, such as bytes=0-99 */
                Range?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The part asked for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsIdFileMetasInTenant: {
        parameters: {
            query: {
                /** @description The address of the file, such as kestra:///… */
                path: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its size */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileSize"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsIdFilePreviewInTenant: {
        parameters: {
            query: {
                /** @description Of texts; UTF-8 by default */
                encoding?: string;
                /** @description At most 5,000; 100 by default */
                maxRows?: number;
                /** @description The address of the file, such as kestra:///… */
                path: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it begins with */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FilePreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsIdFlowInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The flow without the bodies of its tasks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LightFlow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsIdForceRunInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The execution, or the new one that was made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsIdGraphInTenant: {
        parameters: {
            query?: {
                /** @description uids of tasks that are to be drawn with the flows that they start */
                subflows?: string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The graph of its flow, with the states of task runs */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Graph"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteExecutionsIdKillInTenant: {
        parameters: {
            query?: {
                /** @description Whether to stop what it has started, too; true if absent */
                isOnKillCascade?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The execution, or the new one that was made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsIdLabelsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Label"][];
            };
        };
        responses: {
            /** @description The execution, or the new one that was made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsIdPauseInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The execution, or the new one that was made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsIdReplayInTenant: {
        parameters: {
            query?: {
                /** @description Tasks to stop before, each as taskId or taskId.value, with commas between */
                breakpoints?: string;
                /** @description Go on with that revision; its own if absent */
                revision?: number;
                /** @description Where to go on; from the start if absent */
                taskRunId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The execution, or the new one that was made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsIdReplayWithInputsInTenant: {
        parameters: {
            query?: {
                /** @description Tasks to stop before, each as taskId or taskId.value, with commas between */
                breakpoints?: string;
                /** @description Go on with that revision; its own if absent */
                revision?: number;
                /** @description Where to go on; from the start if absent */
                taskRunId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
                "multipart/form-data": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The execution, or the new one that was made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsIdRestartInTenant: {
        parameters: {
            query?: {
                /** @description Go on with that revision; its own if absent */
                revision?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The execution, or the new one that was made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsIdResumeInTenant: {
        parameters: {
            query?: {
                /** @description Which pause is over; the first one if absent */
                taskRunId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
                "multipart/form-data": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The execution, or the new one that was made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsIdResumeFromBreakpointInTenant: {
        parameters: {
            query?: {
                /** @description Tasks to stop before, each as taskId or taskId.value, with commas between; those that it has if absent */
                breakpoints?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The execution, or the new one that was made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsIdResumeValidateInTenant: {
        parameters: {
            query?: {
                /** @description Which pause is meant; the first one if absent */
                taskRunId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
                "multipart/form-data": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Every question with what would become of its answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inputs"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsIdStateInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskRunChange"];
            };
        };
        responses: {
            /** @description The execution, or the new one that was made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsIdUnqueueInTenant: {
        parameters: {
            query?: {
                /** @description RUNNING, or a state to end in; RUNNING if absent */
                state?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The execution, or the new one that was made */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsNamespaceFlowIdInTenant: {
        parameters: {
            query?: {
                /** @description Tasks to stop before, each as taskId or taskId.value, with commas between */
                breakpoints?: string;
                /** @description NORMAL, TEST or PLAYGROUND: only normal ones are in lists */
                kind?: string;
                /** @description key:value */
                labels?: string[];
                /** @description The newest if absent */
                revision?: number;
                /** @description Not to be started before then */
                scheduleDate?: string;
                /** @description Whether to answer only when the execution has ended */
                wait?: boolean;
            };
            header?: {
                /** @description Chosen by the client: the same key makes one execution however often it is sent */
                "Idempotency-Key"?: string;
            };
            path: {
                flowId: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
                "multipart/form-data": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The execution; it will run, whatever happens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsNamespaceFlowIdValidateInTenant: {
        parameters: {
            query?: {
                /** @description The newest if absent */
                revision?: number;
            };
            header?: never;
            path: {
                flowId: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
                "multipart/form-data": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description What would become of each input */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Inputs"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteExecutionsByIdsInTenant: {
        parameters: {
            query?: {
                /** @description Whether the log goes, too; true if absent */
                deleteLogs?: boolean;
                /** @description Whether the figures go, too; true if absent */
                deleteMetrics?: boolean;
                /** @description Whether the files go, too; true if absent */
                deleteStorage?: boolean;
                /** @description Whether to stop and remove those that run, too */
                includeNonTerminated?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description How many were removed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteExecutionsByQueryInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[childFilter][OPERATOR]=value */
                childFilter?: string[];
                /** @description START_DATE, END_DATE or START_OR_END_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Whether the log goes, too; true if absent */
                deleteLogs?: boolean;
                /** @description Whether the figures go, too; true if absent */
                deleteMetrics?: boolean;
                /** @description Whether the files go, too; true if absent */
                deleteStorage?: boolean;
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[flowRevision][OPERATOR]=value */
                flowRevision?: string[];
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Whether to stop and remove those that run, too */
                includeNonTerminated?: boolean;
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[parentId][OPERATOR]=value */
                parentId?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[state][OPERATOR]=value */
                state?: string[];
                /** @description Only executions that began since */
                timeRange?: string;
                /** @description Also as filters[triggerExecutionId][OPERATOR]=value */
                triggerExecutionId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many were removed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsChangeStatusByIdsInTenant: {
        parameters: {
            query: {
                /** @description A state in which executions end */
                newStatus: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsChangeStatusByQueryInTenant: {
        parameters: {
            query: {
                /** @description Also as filters[childFilter][OPERATOR]=value */
                childFilter?: string[];
                /** @description START_DATE, END_DATE or START_OR_END_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[flowRevision][OPERATOR]=value */
                flowRevision?: string[];
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description A state in which executions end */
                newStatus: string;
                /** @description Also as filters[parentId][OPERATOR]=value */
                parentId?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[state][OPERATOR]=value */
                state?: string[];
                /** @description Only executions that began since */
                timeRange?: string;
                /** @description Also as filters[triggerExecutionId][OPERATOR]=value */
                triggerExecutionId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsExportByQueryCsvInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[childFilter][OPERATOR]=value */
                childFilter?: string[];
                /** @description START_DATE, END_DATE or START_OR_END_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[flowRevision][OPERATOR]=value */
                flowRevision?: string[];
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[parentId][OPERATOR]=value */
                parentId?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[state][OPERATOR]=value */
                state?: string[];
                /** @description Only executions that began since */
                timeRange?: string;
                /** @description Also as filters[triggerExecutionId][OPERATOR]=value */
                triggerExecutionId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line for each, 10,000 at most */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsFlowsNamespaceFlowIdInTenant: {
        parameters: {
            query?: {
                /** @description The newest if absent */
                revision?: number;
            };
            header?: never;
            path: {
                flowId: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The flow without the bodies of its tasks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LightFlow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsForceRunByIdsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsForceRunByQueryInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[childFilter][OPERATOR]=value */
                childFilter?: string[];
                /** @description START_DATE, END_DATE or START_OR_END_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[flowRevision][OPERATOR]=value */
                flowRevision?: string[];
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[parentId][OPERATOR]=value */
                parentId?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[state][OPERATOR]=value */
                state?: string[];
                /** @description Only executions that began since */
                timeRange?: string;
                /** @description Also as filters[triggerExecutionId][OPERATOR]=value */
                triggerExecutionId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteExecutionsKillByIdsInTenant: {
        parameters: {
            query?: {
                /** @description Whether to stop what it has started, too; true if absent */
                isOnKillCascade?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteExecutionsKillByQueryInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[childFilter][OPERATOR]=value */
                childFilter?: string[];
                /** @description START_DATE, END_DATE or START_OR_END_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[flowRevision][OPERATOR]=value */
                flowRevision?: string[];
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Whether to stop what it has started, too; true if absent */
                isOnKillCascade?: boolean;
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[parentId][OPERATOR]=value */
                parentId?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[state][OPERATOR]=value */
                state?: string[];
                /** @description Only executions that began since */
                timeRange?: string;
                /** @description Also as filters[triggerExecutionId][OPERATOR]=value */
                triggerExecutionId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsLabelsByIdsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelChange"];
            };
        };
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsLabelsByQueryInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[childFilter][OPERATOR]=value */
                childFilter?: string[];
                /** @description START_DATE, END_DATE or START_OR_END_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[flowRevision][OPERATOR]=value */
                flowRevision?: string[];
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[parentId][OPERATOR]=value */
                parentId?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[state][OPERATOR]=value */
                state?: string[];
                /** @description Only executions that began since */
                timeRange?: string;
                /** @description Also as filters[triggerExecutionId][OPERATOR]=value */
                triggerExecutionId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Label"][];
            };
        };
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsLatestInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowId"][];
            };
        };
        responses: {
            /** @description One for each flow that was ever run */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Latest"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsNamespacesInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names, sorted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsNamespacesNamespaceFlowsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Flows by id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LightFlow"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsPauseByIdsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsPauseByQueryInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[childFilter][OPERATOR]=value */
                childFilter?: string[];
                /** @description START_DATE, END_DATE or START_OR_END_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[flowRevision][OPERATOR]=value */
                flowRevision?: string[];
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[parentId][OPERATOR]=value */
                parentId?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[state][OPERATOR]=value */
                state?: string[];
                /** @description Only executions that began since */
                timeRange?: string;
                /** @description Also as filters[triggerExecutionId][OPERATOR]=value */
                triggerExecutionId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsReplayByIdsInTenant: {
        parameters: {
            query?: {
                /** @description Whether to run the newest revisions of the flows */
                latestRevision?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsReplayByQueryInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[childFilter][OPERATOR]=value */
                childFilter?: string[];
                /** @description START_DATE, END_DATE or START_OR_END_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[flowRevision][OPERATOR]=value */
                flowRevision?: string[];
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Whether to run the newest revisions of the flows */
                latestRevision?: boolean;
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[parentId][OPERATOR]=value */
                parentId?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[state][OPERATOR]=value */
                state?: string[];
                /** @description Only executions that began since */
                timeRange?: string;
                /** @description Also as filters[triggerExecutionId][OPERATOR]=value */
                triggerExecutionId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsRestartByIdsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsRestartByQueryInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[childFilter][OPERATOR]=value */
                childFilter?: string[];
                /** @description START_DATE, END_DATE or START_OR_END_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[flowRevision][OPERATOR]=value */
                flowRevision?: string[];
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[parentId][OPERATOR]=value */
                parentId?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[state][OPERATOR]=value */
                state?: string[];
                /** @description Only executions that began since */
                timeRange?: string;
                /** @description Also as filters[triggerExecutionId][OPERATOR]=value */
                triggerExecutionId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsResumeFromBreakpointByIdsInTenant: {
        parameters: {
            query?: {
                /** @description Tasks to stop before, each as taskId or taskId.value, with commas between; those that it has if absent */
                breakpoints?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsResumeFromBreakpointByQueryInTenant: {
        parameters: {
            query?: {
                /** @description Tasks to stop before, each as taskId or taskId.value, with commas between; those that it has if absent */
                breakpoints?: string;
                /** @description Also as filters[childFilter][OPERATOR]=value */
                childFilter?: string[];
                /** @description START_DATE, END_DATE or START_OR_END_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[flowRevision][OPERATOR]=value */
                flowRevision?: string[];
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[parentId][OPERATOR]=value */
                parentId?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[state][OPERATOR]=value */
                state?: string[];
                /** @description Only executions that began since */
                timeRange?: string;
                /** @description Also as filters[triggerExecutionId][OPERATOR]=value */
                triggerExecutionId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsResumeByIdsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsResumeByQueryInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[childFilter][OPERATOR]=value */
                childFilter?: string[];
                /** @description START_DATE, END_DATE or START_OR_END_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[flowRevision][OPERATOR]=value */
                flowRevision?: string[];
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[parentId][OPERATOR]=value */
                parentId?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[state][OPERATOR]=value */
                state?: string[];
                /** @description Only executions that began since */
                timeRange?: string;
                /** @description Also as filters[triggerExecutionId][OPERATOR]=value */
                triggerExecutionId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsSearchInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[childFilter][OPERATOR]=value */
                childFilter?: string[];
                /** @description START_DATE, END_DATE or START_OR_END_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[flowRevision][OPERATOR]=value */
                flowRevision?: string[];
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description From 1 */
                page?: number;
                /** @description Also as filters[parentId][OPERATOR]=value */
                parentId?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[state][OPERATOR]=value */
                state?: string[];
                /** @description Whether to show the task runs; true if absent */
                taskRuns?: boolean;
                /** @description Only executions that began since */
                timeRange?: string;
                /** @description Also as filters[triggerExecutionId][OPERATOR]=value */
                triggerExecutionId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of executions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageExecution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsStatsInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[childFilter][OPERATOR]=value */
                childFilter?: string[];
                /** @description START_DATE, END_DATE or START_OR_END_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[flowRevision][OPERATOR]=value */
                flowRevision?: string[];
                /** @description minute, hour, day, week or month; what suits the window if absent */
                groupBy?: string;
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[parentId][OPERATOR]=value */
                parentId?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[state][OPERATOR]=value */
                state?: string[];
                /** @description Only executions that began since */
                timeRange?: string;
                /** @description Also as filters[triggerExecutionId][OPERATOR]=value */
                triggerExecutionId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pieces of time, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExecutionStats"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsStatsByNamespaceInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[childFilter][OPERATOR]=value */
                childFilter?: string[];
                /** @description START_DATE, END_DATE or START_OR_END_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[flowRevision][OPERATOR]=value */
                flowRevision?: string[];
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[parentId][OPERATOR]=value */
                parentId?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[state][OPERATOR]=value */
                state?: string[];
                /** @description Only executions that began since */
                timeRange?: string;
                /** @description Also as filters[triggerExecutionId][OPERATOR]=value */
                triggerExecutionId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Namespaces by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NamespaceStats"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsTriggerNamespaceFlowIdInTenant: {
        parameters: {
            query?: {
                /** @description Tasks to stop before, each as taskId or taskId.value, with commas between */
                breakpoints?: string;
                /** @description NORMAL, TEST or PLAYGROUND: only normal ones are in lists */
                kind?: string;
                /** @description key:value */
                labels?: string[];
                /** @description The newest if absent */
                revision?: number;
                /** @description Whether to answer only when the execution has ended */
                wait?: boolean;
            };
            header?: {
                /** @description Chosen by the client: the same key makes one execution however often it is sent */
                "Idempotency-Key"?: string;
            };
            path: {
                flowId: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
                "multipart/form-data": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The execution; it will run, whatever happens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsUnqueueByIdsInTenant: {
        parameters: {
            query?: {
                /** @description RUNNING, or a state to end in; RUNNING if absent */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": string[];
            };
        };
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsUnqueueByQueryInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[childFilter][OPERATOR]=value */
                childFilter?: string[];
                /** @description START_DATE, END_DATE or START_OR_END_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[flowRevision][OPERATOR]=value */
                flowRevision?: string[];
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description RUNNING, or a state to end in; RUNNING if absent */
                newState?: string;
                /** @description Also as filters[parentId][OPERATOR]=value */
                parentId?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[state][OPERATOR]=value */
                state?: string[];
                /** @description Only executions that began since */
                timeRange?: string;
                /** @description Also as filters[triggerExecutionId][OPERATOR]=value */
                triggerExecutionId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many; 400 with invalids and no change unless all allow it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsWebhookNamespaceFlowIdKeyInTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client: the same key makes one execution however often it is sent */
                "Idempotency-Key"?: string;
            };
            path: {
                flowId: string;
                key: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The execution, or its outputs if the trigger says so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description The conditions of the trigger do not hold */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No trigger has that key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    putExecutionsWebhookNamespaceFlowIdKeyInTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client: the same key makes one execution however often it is sent */
                "Idempotency-Key"?: string;
            };
            path: {
                flowId: string;
                key: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "*/*": unknown;
            };
        };
        responses: {
            /** @description The execution, or its outputs if the trigger says so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description The conditions of the trigger do not hold */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No trigger has that key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsWebhookNamespaceFlowIdKeyInTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client: the same key makes one execution however often it is sent */
                "Idempotency-Key"?: string;
            };
            path: {
                flowId: string;
                key: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "*/*": unknown;
            };
        };
        responses: {
            /** @description The execution, or its outputs if the trigger says so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description The conditions of the trigger do not hold */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No trigger has that key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getExecutionsWebhookNamespaceFlowIdKeyPathInTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client: the same key makes one execution however often it is sent */
                "Idempotency-Key"?: string;
            };
            path: {
                flowId: string;
                key: string;
                namespace: string;
                path: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The execution, or its outputs if the trigger says so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description The conditions of the trigger do not hold */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No trigger has that key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    putExecutionsWebhookNamespaceFlowIdKeyPathInTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client: the same key makes one execution however often it is sent */
                "Idempotency-Key"?: string;
            };
            path: {
                flowId: string;
                key: string;
                namespace: string;
                path: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "*/*": unknown;
            };
        };
        responses: {
            /** @description The execution, or its outputs if the trigger says so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description The conditions of the trigger do not hold */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No trigger has that key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postExecutionsWebhookNamespaceFlowIdKeyPathInTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the client: the same key makes one execution however often it is sent */
                "Idempotency-Key"?: string;
            };
            path: {
                flowId: string;
                key: string;
                namespace: string;
                path: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "*/*": unknown;
            };
        };
        responses: {
            /** @description The execution, or its outputs if the trigger says so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Execution"];
                };
            };
            /** @description The conditions of the trigger do not hold */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No trigger has that key */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postExpressionsRenderInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenderRequest"];
            };
        };
        responses: {
            /** @description The results as texts, and why others have none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Render"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFlowsInTenant: {
        parameters: {
            query?: {
                /** @description Whether it only runs when its revision is asked for; a draft need not be valid yet */
                draft?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-yaml": string;
            };
        };
        responses: {
            /** @description The flow in its first revision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFlowsNamespaceInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Flows by id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flow"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFlowsNamespaceInTenant: {
        parameters: {
            query?: {
                /** @description Whether flows of the namespaces that the body does not name are removed; true if absent */
                delete?: boolean;
                /** @description Whether flows of other namespaces are moved here */
                override?: boolean;
            };
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-yaml": string;
            };
        };
        responses: {
            /** @description The saved flows, then the removed ones; documents are separated by lines of --- */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flow"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFlowsNamespaceIdInTenant: {
        parameters: {
            query?: {
                /** @description Whether to show a flow that was removed */
                allowDeleted?: boolean;
                /** @description The newest if absent */
                revision?: number;
                /** @description Whether to add the YAML source */
                source?: boolean;
            };
            header?: never;
            path: {
                id: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The flow */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putFlowsNamespaceIdInTenant: {
        parameters: {
            query?: {
                /** @description Whether it only runs when its revision is asked for; a draft need not be valid yet */
                draft?: boolean;
            };
            header?: never;
            path: {
                id: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-yaml": string;
            };
        };
        responses: {
            /** @description The flow in its newest revision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteFlowsNamespaceIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The flow is removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getFlowsNamespaceIdDependenciesInTenant: {
        parameters: {
            query?: {
                /** @description Whether to leave out what starts them */
                destinationOnly?: boolean;
                /** @description Whether to go on with the flows that were found */
                expandAll?: boolean;
            };
            header?: never;
            path: {
                id: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Flows and who starts whom */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dependency"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFlowsNamespaceIdGraphInTenant: {
        parameters: {
            query?: {
                /** @description The newest if absent */
                revision?: number;
                /** @description uids of tasks that are to be drawn with the flows that they start */
                subflows?: string[];
            };
            header?: never;
            path: {
                id: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its graph */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Graph"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFlowsNamespaceIdRevisionsInTenant: {
        parameters: {
            query?: {
                /** @description Whether to show the revision that records a removal */
                allowDelete?: boolean;
            };
            header?: never;
            path: {
                id: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revisions with source, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flow"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteFlowsNamespaceIdRevisionsInTenant: {
        parameters: {
            query: {
                /** @description Numbers, also with commas between them; the newest one cannot be removed */
                revisions: number[];
            };
            header?: never;
            path: {
                id: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getFlowsNamespaceIdTasksTaskIdInTenant: {
        parameters: {
            query?: {
                /** @description The newest if absent */
                revision?: number;
            };
            header?: never;
            path: {
                id: string;
                namespace: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task as its author wrote it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFlowsBulkInTenant: {
        parameters: {
            query?: {
                /** @description Whether namespaces below it are fine, too */
                allowNamespaceChild?: boolean;
                /** @description Whether flows of the namespaces that the body does not name are removed; true if absent */
                delete?: boolean;
                /** @description That all flows must be in */
                namespace?: string;
                /** @description Whether flows of other namespaces are moved here */
                override?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-yaml": string;
            };
        };
        responses: {
            /** @description The saved flows, then the removed ones; documents are separated by lines of --- */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Flow"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteFlowsDeleteByIdsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowId"][];
            };
        };
        responses: {
            /** @description How many were changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Count"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteFlowsDeleteByQueryInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many were changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Count"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFlowsDeprecatedInTenant: {
        parameters: {
            query?: {
                /** @description Only flows of that namespace and of those below it */
                namespace?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Flows by id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeprecatedFlow"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFlowsDisableByIdsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowId"][];
            };
        };
        responses: {
            /** @description How many were changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Count"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFlowsDisableByQueryInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many were changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Count"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFlowsDistinctNamespacesInTenant: {
        parameters: {
            query?: {
                /** @description A part of the name */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names, sorted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFlowsEnableByIdsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowId"][];
            };
        };
        responses: {
            /** @description How many were changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Count"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFlowsEnableByQueryInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many were changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Count"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFlowsExportByIdsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowId"][];
            };
        };
        responses: {
            /** @description A ZIP archive with a file for each flow */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFlowsExportByQueryInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A ZIP archive with a file for each flow */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFlowsExportByQueryCsvInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A line for each flow */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFlowsExpressionsInTenant: {
        parameters: {
            query?: {
                /** @description Only what comes before that task */
                taskId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-yaml": string;
            };
        };
        responses: {
            /** @description Suggestions by where they come from */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Completion"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFlowsGraphInTenant: {
        parameters: {
            query?: {
                /** @description uids of tasks that are to be drawn with the flows that they start */
                subflows?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-yaml": string;
            };
        };
        responses: {
            /** @description Its graph */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Graph"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFlowsImportInTenant: {
        parameters: {
            query?: {
                /** @description Whether nothing is saved unless all flows are valid */
                failOnError?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Names of the entries, or places of the documents, that are not valid */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFlowsSearchInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[labels][OPERATOR]=value */
                labels?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description From 1 */
                page?: number;
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of flows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageFlow"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getFlowsSourceInTenant: {
        parameters: {
            query?: {
                /** @description Only flows of that namespace and of those below it */
                namespace?: string;
                /** @description From 1 */
                page?: number;
                /** @description What the source holds */
                q?: string;
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of flows with the lines that were found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageFlowSource"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFlowsValidateInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-yaml": string;
            };
        };
        responses: {
            /** @description One result for each document; documents are separated by lines of --- */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Validation"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFlowsValidateTaskInTenant: {
        parameters: {
            query?: {
                /** @description TASKS, or TRIGGERS to check a trigger */
                section?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
                "application/x-yaml": unknown;
            };
        };
        responses: {
            /** @description What there is to say about it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Validation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postFlowsValidateTriggerInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
                "application/x-yaml": unknown;
            };
        };
        responses: {
            /** @description What there is to say about it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Validation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getKvInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[key][OPERATOR]=value */
                key?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description From 1 */
                page?: number;
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageKeyEntry"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getLogsExecutionIdInTenant: {
        parameters: {
            query?: {
                /** @description Only lines of that attempt, from 0 */
                attempt?: number;
                /** @description Only lines of that level and above */
                minLevel?: string;
                /** @description Only lines of that task */
                taskId?: string;
                /** @description Only lines of that task run */
                taskRunId?: string;
            };
            header?: never;
            path: {
                executionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Log"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteLogsExecutionIdInTenant: {
        parameters: {
            query?: {
                /** @description Only lines of that attempt, from 0 */
                attempt?: number;
                /** @description Only lines of that level and above */
                minLevel?: string;
                /** @description Only lines of that task */
                taskId?: string;
                /** @description Only lines of that task run */
                taskRunId?: string;
            };
            header?: never;
            path: {
                executionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines are removed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getLogsExecutionIdDownloadInTenant: {
        parameters: {
            query?: {
                /** @description Only lines of that attempt, from 0 */
                attempt?: number;
                /** @description Only lines of that level and above */
                minLevel?: string;
                /** @description Only lines of that task */
                taskId?: string;
                /** @description Only lines of that task run */
                taskRunId?: string;
            };
            header?: never;
            path: {
                executionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Time, level and message */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; charset=utf-8": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getLogsExecutionIdFollowInTenant: {
        parameters: {
            query?: {
                /** @description Only lines of that attempt, from 0 */
                attempt?: number;
                /** @description Only lines of that level and above */
                minLevel?: string;
                /** @description Only lines of that task */
                taskId?: string;
                /** @description Only lines of that task run */
                taskRunId?: string;
            };
            header?: never;
            path: {
                executionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events named progress, one for a line */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["Log"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteLogsNamespaceFlowIdInTenant: {
        parameters: {
            query: {
                /** @description Of the flow */
                triggerId: string;
            };
            header?: never;
            path: {
                flowId: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines are removed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getLogsDownloadInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[attemptNumber][OPERATOR]=value */
                attemptNumber?: string[];
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[executionId][OPERATOR]=value */
                executionId?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[level][OPERATOR]=value */
                level?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[taskId][OPERATOR]=value */
                taskId?: string[];
                /** @description Also as filters[taskRunId][OPERATOR]=value */
                taskRunId?: string[];
                /** @description Also as filters[triggerId][OPERATOR]=value */
                triggerId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All lines, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; charset=utf-8": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getLogsSearchInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[attemptNumber][OPERATOR]=value */
                attemptNumber?: string[];
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[executionId][OPERATOR]=value */
                executionId?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[level][OPERATOR]=value */
                level?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description From 1 */
                page?: number;
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[taskId][OPERATOR]=value */
                taskId?: string[];
                /** @description Also as filters[taskRunId][OPERATOR]=value */
                taskRunId?: string[];
                /** @description Also as filters[triggerId][OPERATOR]=value */
                triggerId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of lines, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageLog"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getLogsStatsInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[attemptNumber][OPERATOR]=value */
                attemptNumber?: string[];
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[executionId][OPERATOR]=value */
                executionId?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description minute, hour, day, week or month; what suits the window if absent */
                groupBy?: string;
                /** @description Also as filters[level][OPERATOR]=value */
                level?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Also as filters[taskId][OPERATOR]=value */
                taskId?: string[];
                /** @description Also as filters[taskRunId][OPERATOR]=value */
                taskRunId?: string[];
                /** @description Only lines written since */
                timeRange?: string;
                /** @description Also as filters[triggerId][OPERATOR]=value */
                triggerId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pieces of time, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogStats"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postMcpServerInTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description The method of the message; needed since 2026-07-28 */
                "Mcp-Method"?: string;
                /** @description The tool that is called; needed since 2026-07-28 */
                "Mcp-Name"?: string;
                /** @description The revision of the protocol; needed since 2025-06-18 */
                "MCP-Protocol-Version"?: string;
                /** @description The session, as the handshake gave it; until 2025-11-25 */
                "Mcp-Session-Id"?: string;
            };
            path: {
                server: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The answer to a request, also when it could not be done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description A notification was taken note of */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The message is not in order, or in no known revision */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description There is no such method or session */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMetricsExecutionIdInTenant: {
        parameters: {
            query?: {
                /** @description From 1 */
                page?: number;
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
                /** @description Only figures of that task */
                taskId?: string;
                /** @description Only figures of that task run */
                taskRunId?: string;
            };
            header?: never;
            path: {
                executionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageMetric"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMetricsAggregatesNamespaceFlowIdMetricInTenant: {
        parameters: {
            query?: {
                /** @description sum, avg, min or max; sum if absent */
                aggregation?: string;
                /** @description Now if absent */
                endDate?: string;
                /** @description 30 days before the end if absent */
                startDate?: string;
            };
            header?: never;
            path: {
                flowId: string;
                metric: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figure in each piece of the time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Aggregate"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMetricsAggregatesNamespaceFlowIdTaskIdMetricInTenant: {
        parameters: {
            query?: {
                /** @description sum, avg, min or max; sum if absent */
                aggregation?: string;
                /** @description Now if absent */
                endDate?: string;
                /** @description 30 days before the end if absent */
                startDate?: string;
            };
            header?: never;
            path: {
                flowId: string;
                metric: string;
                namespace: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figure in each piece of the time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Aggregate"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMetricsNamesNamespaceFlowIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names, sorted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMetricsNamesNamespaceFlowIdTaskIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
                namespace: string;
                taskId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names, sorted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMetricsTasksNamespaceFlowIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ids, sorted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postNamespacesInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NamespaceBody"];
            };
        };
        responses: {
            /** @description What is stored; 409 when it is described already */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Namespace"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNamespacesNamespaceInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The namespace */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Namespace"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putNamespacesNamespaceInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NamespaceBody"];
            };
        };
        responses: {
            /** @description What is stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Namespace"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteNamespacesNamespaceInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is forgotten; what is in the namespace stays */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getNamespacesNamespaceDependenciesInTenant: {
        parameters: {
            query?: {
                /** @description Whether to leave out what starts them */
                destinationOnly?: boolean;
                /** @description Whether to go on with the flows that were found */
                expandAll?: boolean;
            };
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Flows and who starts whom */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dependency"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNamespacesNamespaceFilesInTenant: {
        parameters: {
            query: {
                /** @description Such as /queries/orders.sql */
                path: string;
                /** @description An older content; the present one if absent */
                revision?: number;
            };
            header?: {
                /** @description A part of the file, such as bytes=0-99 */
                Range?: string;
            };
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The part asked for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putNamespacesNamespaceFilesInTenant: {
        parameters: {
            query: {
                /** @description What to move */
                from: string;
                /** @description Its new path */
                to: string;
            };
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is moved; 409 when something is there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postNamespacesNamespaceFilesInTenant: {
        parameters: {
            query: {
                /** @description Such as /queries/orders.sql */
                path: string;
            };
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description It is stored; a .zip is unpacked, all of it or nothing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteNamespacesNamespaceFilesInTenant: {
        parameters: {
            query: {
                /** @description Such as /queries/orders.sql */
                path: string;
            };
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone, with all that was in it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getNamespacesNamespaceFilesDirectoryInTenant: {
        parameters: {
            query?: {
                /** @description The top if absent */
                path?: string;
            };
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is directly in it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileAttributes"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postNamespacesNamespaceFilesDirectoryInTenant: {
        parameters: {
            query: {
                /** @description Such as /queries/orders.sql */
                path: string;
            };
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getNamespacesNamespaceFilesExportInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A ZIP archive */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNamespacesNamespaceFilesLinesInTenant: {
        parameters: {
            query: {
                /** @description At most so many lines; 100 if absent */
                limit?: number;
                /** @description A part of a line, in whatever case */
                q: string;
            };
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Lines with their files, sorted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundLines"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNamespacesNamespaceFilesRevisionsInTenant: {
        parameters: {
            query: {
                /** @description Such as /queries/orders.sql */
                path: string;
            };
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Revision"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNamespacesNamespaceFilesSearchInTenant: {
        parameters: {
            query?: {
                /** @description A part of the path */
                q?: string;
            };
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Paths, sorted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNamespacesNamespaceFilesStatsInTenant: {
        parameters: {
            query?: {
                /** @description The top if absent */
                path?: string;
            };
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileAttributes"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNamespacesNamespaceInheritedSecretsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Keys by namespace, the nearest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: Record<string, never>;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNamespacesNamespaceInheritedVariablesInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its own and those of the namespaces above, joined */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNamespacesNamespaceKvInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Keys, sorted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyEntry"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteNamespacesNamespaceKvInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeletedKeys"];
            };
        };
        responses: {
            /** @description Those that had a value */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedKeys"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNamespacesNamespaceKvKeyInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The value with its type; 410 once it has expired */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyValue"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putNamespacesNamespaceKvKeyInTenant: {
        parameters: {
            query?: never;
            header?: {
                /** @description For people; absent to keep the one that is there */
                description?: string;
                /** @description A duration such as PT1H, after which the value is gone; absent for never */
                ttl?: string;
            };
            path: {
                key: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
                "text/plain": unknown;
            };
        };
        responses: {
            /** @description The value is stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteNamespacesNamespaceKvKeyInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether it had a value */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": boolean;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNamespacesNamespaceKvInheritanceInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Those of the nearest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyEntry"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNamespacesNamespaceSecretsInTenant: {
        parameters: {
            query?: {
                /** @description From 1 */
                page?: number;
                /** @description A part of the key */
                q?: string;
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
            };
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys, and never a secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putNamespacesNamespaceSecretsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretChangeBody"];
            };
        };
        responses: {
            /** @description It is stored, sealed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetSecret"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteNamespacesNamespaceSecretsKeyInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    patchNamespacesNamespaceSecretsKeyInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretDescriptionBody"];
            };
        };
        responses: {
            /** @description What is told of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Secret"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postNamespacesAutocompleteInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Namespaces, sorted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getNamespacesSearchInTenant: {
        parameters: {
            query?: {
                /** @description Only those that somebody has described */
                existing?: boolean;
                /** @description From 1 */
                page?: number;
                /** @description A part of the name */
                q?: string;
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of namespaces */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageNamespace"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOutputsExecutionIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                executionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of their creation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Output"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getOutputsExecutionIdTaskRunIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                executionId: string;
                taskRunId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Outputs by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPebbleFiltersInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPebbleFunctionsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Functions by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Function"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPluginsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Plugins by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plugin"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPluginsClsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cls: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Documentation and schema */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Type"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPluginsGroupsSubgroupsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Subgroups by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plugin"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPluginsIconsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description None: clients draw their own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPluginsIconsGroupsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description None: clients draw their own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPluginsInputsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Types */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InputType"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPluginsInputsTypeInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Documentation and schema */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Type"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPluginsSchemasTypeInTenant: {
        parameters: {
            query?: {
                /** @description Whether to show the schema of a list of them */
                arrayOf?: boolean;
            };
            header?: never;
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A schema of draft 7; the type is flow, task, trigger, condition, input or dashboard */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSecretsInTenant: {
        parameters: {
            query?: {
                /** @description From 1 */
                page?: number;
                /** @description A part of the key */
                q?: string;
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of keys, and never a secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postStatsExecutionsByFlowInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description For each of the flows its last executions, as many as the body's last says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FlowRuns"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postTemplatesInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
                "application/x-yaml": unknown;
            };
        };
        responses: {
            /** @description The template */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postTemplatesNamespaceInTenant: {
        parameters: {
            query?: {
                /** @description Whether templates of the namespace that the body does not name are removed; true if absent */
                delete?: boolean;
            };
            header?: never;
            path: {
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-yaml": string;
            };
        };
        responses: {
            /** @description The saved templates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTemplatesNamespaceIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putTemplatesNamespaceIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": unknown;
                "application/x-yaml": unknown;
            };
        };
        responses: {
            /** @description The template as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteTemplatesNamespaceIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template is removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteTemplatesDeleteByIdsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowId"][];
            };
        };
        responses: {
            /** @description How many were removed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Count"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteTemplatesDeleteByQueryInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many were removed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Count"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTemplatesDistinctNamespacesInTenant: {
        parameters: {
            query?: {
                /** @description A part of the name */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names, sorted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postTemplatesExportByIdsInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FlowId"][];
            };
        };
        responses: {
            /** @description A ZIP archive with a file for each template */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTemplatesExportByQueryInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A ZIP archive with a file for each template */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postTemplatesImportInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Names of the entries, or places of the documents, that are not valid */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTemplatesSearchInTenant: {
        parameters: {
            query?: {
                /** @description Also as filters[id][OPERATOR]=value */
                id?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description From 1 */
                page?: number;
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of templates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageTemplate"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postTemplatesValidateInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-yaml": string;
            };
        };
        responses: {
            /** @description One result for each document; documents are separated by lines of --- */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Validation"][];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putTriggersInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerChange"];
            };
        };
        responses: {
            /** @description Where the trigger stands then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriggerState"];
                };
            };
            /** @description There is no such trigger */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getTriggersNamespaceFlowIdInTenant: {
        parameters: {
            query?: {
                /** @description From 1 */
                page?: number;
                /** @description Free text */
                q?: string;
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
            };
            header?: never;
            path: {
                flowId: string;
                namespace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of triggers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageTriggerState"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTriggersNamespaceFlowIdTriggerIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
                namespace: string;
                triggerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The trigger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trigger"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteTriggersNamespaceFlowIdTriggerIdInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
                namespace: string;
                triggerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the trigger stands then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriggerState"];
                };
            };
            /** @description There is no such trigger */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postTriggersNamespaceFlowIdTriggerIdRestartInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
                namespace: string;
                triggerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the trigger stands then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriggerState"];
                };
            };
            /** @description There is no such trigger */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postTriggersNamespaceFlowIdTriggerIdUnlockInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                flowId: string;
                namespace: string;
                triggerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the trigger stands then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriggerState"];
                };
            };
            /** @description There is no such trigger */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It does not wait for anything */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    putTriggersBackfillCreateInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerChange"];
            };
        };
        responses: {
            /** @description Where the trigger stands then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriggerState"];
                };
            };
            /** @description There is no such trigger */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description It is no schedule, or has a backfill already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postTriggersBackfillDeleteInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerName"];
            };
        };
        responses: {
            /** @description Where the trigger stands then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriggerState"];
                };
            };
            /** @description It has no backfill */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such trigger */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postTriggersBackfillDeleteByQueryInTenant: {
        parameters: {
            query?: {
                /** @description NEXT_EXECUTION_DATE (the default) or LAST_TRIGGERED_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[enabled][OPERATOR]=value */
                enabled?: string[];
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[executionId][OPERATOR]=value */
                executionId?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[lastTriggeredDate][OPERATOR]=value */
                lastTriggeredDate?: string[];
                /** @description Also as filters[locked][OPERATOR]=value */
                locked?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[nextExecutionDate][OPERATOR]=value */
                nextExecutionDate?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Only triggers that fired since */
                timeRange?: string;
                /** @description Also as filters[triggerId][OPERATOR]=value */
                triggerId?: string[];
                /** @description Also as filters[triggerState][OPERATOR]=value */
                triggerState?: string[];
                /** @description Also as filters[type][OPERATOR]=value */
                type?: string[];
                /** @description Also as filters[workerId][OPERATOR]=value */
                workerId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description For how many it was done; others are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postTriggersBackfillDeleteByTriggersInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerName"][];
            };
        };
        responses: {
            /** @description For how many it was done; others are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putTriggersBackfillPauseInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerName"];
            };
        };
        responses: {
            /** @description Where the trigger stands then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriggerState"];
                };
            };
            /** @description It has no backfill */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such trigger */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postTriggersBackfillPauseByQueryInTenant: {
        parameters: {
            query?: {
                /** @description NEXT_EXECUTION_DATE (the default) or LAST_TRIGGERED_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[enabled][OPERATOR]=value */
                enabled?: string[];
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[executionId][OPERATOR]=value */
                executionId?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[lastTriggeredDate][OPERATOR]=value */
                lastTriggeredDate?: string[];
                /** @description Also as filters[locked][OPERATOR]=value */
                locked?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[nextExecutionDate][OPERATOR]=value */
                nextExecutionDate?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Only triggers that fired since */
                timeRange?: string;
                /** @description Also as filters[triggerId][OPERATOR]=value */
                triggerId?: string[];
                /** @description Also as filters[triggerState][OPERATOR]=value */
                triggerState?: string[];
                /** @description Also as filters[type][OPERATOR]=value */
                type?: string[];
                /** @description Also as filters[workerId][OPERATOR]=value */
                workerId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description For how many it was done; others are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postTriggersBackfillPauseByTriggersInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerName"][];
            };
        };
        responses: {
            /** @description For how many it was done; others are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putTriggersBackfillUnpauseInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerName"];
            };
        };
        responses: {
            /** @description Where the trigger stands then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriggerState"];
                };
            };
            /** @description It has no backfill */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such trigger */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postTriggersBackfillUnpauseByQueryInTenant: {
        parameters: {
            query?: {
                /** @description NEXT_EXECUTION_DATE (the default) or LAST_TRIGGERED_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[enabled][OPERATOR]=value */
                enabled?: string[];
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[executionId][OPERATOR]=value */
                executionId?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[lastTriggeredDate][OPERATOR]=value */
                lastTriggeredDate?: string[];
                /** @description Also as filters[locked][OPERATOR]=value */
                locked?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[nextExecutionDate][OPERATOR]=value */
                nextExecutionDate?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Only triggers that fired since */
                timeRange?: string;
                /** @description Also as filters[triggerId][OPERATOR]=value */
                triggerId?: string[];
                /** @description Also as filters[triggerState][OPERATOR]=value */
                triggerState?: string[];
                /** @description Also as filters[type][OPERATOR]=value */
                type?: string[];
                /** @description Also as filters[workerId][OPERATOR]=value */
                workerId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description For how many it was done; others are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postTriggersBackfillUnpauseByTriggersInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerName"][];
            };
        };
        responses: {
            /** @description For how many it was done; others are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteTriggersDeleteByQueryInTenant: {
        parameters: {
            query?: {
                /** @description NEXT_EXECUTION_DATE (the default) or LAST_TRIGGERED_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[enabled][OPERATOR]=value */
                enabled?: string[];
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[executionId][OPERATOR]=value */
                executionId?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[lastTriggeredDate][OPERATOR]=value */
                lastTriggeredDate?: string[];
                /** @description Also as filters[locked][OPERATOR]=value */
                locked?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[nextExecutionDate][OPERATOR]=value */
                nextExecutionDate?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Only triggers that fired since */
                timeRange?: string;
                /** @description Also as filters[triggerId][OPERATOR]=value */
                triggerId?: string[];
                /** @description Also as filters[triggerState][OPERATOR]=value */
                triggerState?: string[];
                /** @description Also as filters[type][OPERATOR]=value */
                type?: string[];
                /** @description Also as filters[workerId][OPERATOR]=value */
                workerId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description For how many it was done; others are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteTriggersDeleteByTriggersInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerName"][];
            };
        };
        responses: {
            /** @description For how many it was done; others are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTriggersExportByQueryCsvInTenant: {
        parameters: {
            query?: {
                /** @description NEXT_EXECUTION_DATE (the default) or LAST_TRIGGERED_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[enabled][OPERATOR]=value */
                enabled?: string[];
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[executionId][OPERATOR]=value */
                executionId?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[lastTriggeredDate][OPERATOR]=value */
                lastTriggeredDate?: string[];
                /** @description Also as filters[locked][OPERATOR]=value */
                locked?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[nextExecutionDate][OPERATOR]=value */
                nextExecutionDate?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Only triggers that fired since */
                timeRange?: string;
                /** @description Also as filters[triggerId][OPERATOR]=value */
                triggerId?: string[];
                /** @description Also as filters[triggerState][OPERATOR]=value */
                triggerState?: string[];
                /** @description Also as filters[type][OPERATOR]=value */
                type?: string[];
                /** @description Also as filters[workerId][OPERATOR]=value */
                workerId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The table */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv; charset=utf-8": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTriggersNextDatesInTenant: {
        parameters: {
            query: {
                /** @description Five fields, or six with seconds first */
                cron: string;
                /** @description How many, 1 to 100; 10 by default */
                size?: number;
                /** @description The id of a zone; the server's by default */
                timezone?: string;
                /** @description Whether there are six fields; false by default */
                withSeconds?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dates; 422 when the expression is not in order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextDates"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTriggersSearchInTenant: {
        parameters: {
            query?: {
                /** @description NEXT_EXECUTION_DATE (the default) or LAST_TRIGGERED_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[enabled][OPERATOR]=value */
                enabled?: string[];
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[executionId][OPERATOR]=value */
                executionId?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[lastTriggeredDate][OPERATOR]=value */
                lastTriggeredDate?: string[];
                /** @description Also as filters[locked][OPERATOR]=value */
                locked?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[nextExecutionDate][OPERATOR]=value */
                nextExecutionDate?: string[];
                /** @description From 1 */
                page?: number;
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description From 1 to 1000, 10 if absent */
                size?: number;
                /** @description A field, with :asc or :desc behind it */
                sort?: string[];
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Only triggers that fired since */
                timeRange?: string;
                /** @description Also as filters[triggerId][OPERATOR]=value */
                triggerId?: string[];
                /** @description Also as filters[triggerState][OPERATOR]=value */
                triggerState?: string[];
                /** @description Also as filters[type][OPERATOR]=value */
                type?: string[];
                /** @description Also as filters[workerId][OPERATOR]=value */
                workerId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of triggers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageTrigger"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    putTriggersSetDisabledInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerChange"];
            };
        };
        responses: {
            /** @description Where the trigger stands then */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TriggerState"];
                };
            };
            /** @description There is no such trigger */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A trigger that listens is switched off in its flow */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    postTriggersSetDisabledByQueryInTenant: {
        parameters: {
            query?: {
                /** @description NEXT_EXECUTION_DATE (the default) or LAST_TRIGGERED_DATE: what the dates are about */
                dateFilter?: string;
                /** @description true by default */
                disabled?: boolean;
                /** @description Also as filters[enabled][OPERATOR]=value */
                enabled?: string[];
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[executionId][OPERATOR]=value */
                executionId?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[lastTriggeredDate][OPERATOR]=value */
                lastTriggeredDate?: string[];
                /** @description Also as filters[locked][OPERATOR]=value */
                locked?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[nextExecutionDate][OPERATOR]=value */
                nextExecutionDate?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Only triggers that fired since */
                timeRange?: string;
                /** @description Also as filters[triggerId][OPERATOR]=value */
                triggerId?: string[];
                /** @description Also as filters[triggerState][OPERATOR]=value */
                triggerState?: string[];
                /** @description Also as filters[type][OPERATOR]=value */
                type?: string[];
                /** @description Also as filters[workerId][OPERATOR]=value */
                workerId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description For how many it was done; others are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postTriggersSetDisabledByTriggersInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchRequest"];
            };
        };
        responses: {
            /** @description For how many it was done; others are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postTriggersUnlockByQueryInTenant: {
        parameters: {
            query?: {
                /** @description NEXT_EXECUTION_DATE (the default) or LAST_TRIGGERED_DATE: what the dates are about */
                dateFilter?: string;
                /** @description Also as filters[enabled][OPERATOR]=value */
                enabled?: string[];
                /** @description Also as filters[endDate][OPERATOR]=value */
                endDate?: string[];
                /** @description Also as filters[executionId][OPERATOR]=value */
                executionId?: string[];
                /** @description Also as filters[flowId][OPERATOR]=value */
                flowId?: string[];
                /** @description Also as filters[kind][OPERATOR]=value */
                kind?: string[];
                /** @description Also as filters[lastTriggeredDate][OPERATOR]=value */
                lastTriggeredDate?: string[];
                /** @description Also as filters[locked][OPERATOR]=value */
                locked?: string[];
                /** @description Also as filters[namespace][OPERATOR]=value */
                namespace?: string[];
                /** @description Also as filters[nextExecutionDate][OPERATOR]=value */
                nextExecutionDate?: string[];
                /** @description Also as filters[q][OPERATOR]=value */
                q?: string[];
                /** @description USER or SYSTEM */
                scope?: string;
                /** @description Also as filters[startDate][OPERATOR]=value */
                startDate?: string[];
                /** @description Only triggers that fired since */
                timeRange?: string;
                /** @description Also as filters[triggerId][OPERATOR]=value */
                triggerId?: string[];
                /** @description Also as filters[triggerState][OPERATOR]=value */
                triggerState?: string[];
                /** @description Also as filters[type][OPERATOR]=value */
                type?: string[];
                /** @description Also as filters[workerId][OPERATOR]=value */
                workerId?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description For how many it was done; others are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    postTriggersUnlockByTriggersInTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TriggerName"][];
            };
        };
        responses: {
            /** @description For how many it was done; others are left out */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bulk"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All work */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Some do not */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getHealthLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getHealthReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description It is not */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPing: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description pong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; charset=utf-8": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPrometheus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain; version=0.0.4; charset=utf-8": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
