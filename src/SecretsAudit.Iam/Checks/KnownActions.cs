using System.Collections.Frozen;
using SecretsAudit.Iam.Reach.Search;

namespace SecretsAudit.Iam.Checks;

/// <summary>The actions of the services that guard secrets, as AWS documented them in August 2026.</summary>
/// <seealso href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"/>
internal static class KnownActions
{
    private static readonly FrozenDictionary<string, string[]> ByService = new Dictionary<string, string[]>
    {
        ["secretsmanager"] = [.. ActionCatalog.OfSecret.Select(NameOf), "ListSecrets", "GetRandomPassword"],
        ["kms"] =
        [
            .. ActionCatalog.OfKey.Select(NameOf), "ListKeys", "ListAliases", "CreateKey", "GenerateRandom", "CreateCustomKeyStore", "ConnectCustomKeyStore", "DeleteCustomKeyStore",
            "DescribeCustomKeyStores", "DisconnectCustomKeyStore", "UpdateCustomKeyStore", "ListRetirableGrants",
        ],
        ["sts"] =
        [
            .. ActionCatalog.OfRole.Select(NameOf), "AssumeRoot", "DecodeAuthorizationMessage", "GetAccessKeyInfo", "GetCallerIdentity", "GetDelegatedAccessToken",
            "GetFederationToken", "GetServiceBearerToken", "GetSessionToken", "GetWebIdentityToken", "TagGetWebIdentityToken",
        ],
        ["ssm"] = SystemsManager.Split(' '),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The services whose actions are known.</summary>
    public static IEnumerable<string> Services => ByService.Keys;

    /// <summary>The actions of a service without its prefix; null for a service whose actions are not known here.</summary>
    public static IReadOnlyList<string>? Of(string service) => ByService.GetValueOrDefault(service);

    private static string NameOf(string action) => action[(action.IndexOf(':') + 1)..];

    private const string SystemsManager =
        "AddTagsToResource AssociateOpsItemRelatedItem CancelCommand CancelMaintenanceWindowExecution CreateActivation CreateAssociation CreateAssociationBatch "
        + "CreateCloudConnector CreateDocument CreateMaintenanceWindow CreateOpsItem CreateOpsMetadata CreatePatchBaseline CreateResourceDataSync "
        + "DeleteActivation DeleteAssociation DeleteCloudConnector DeleteDocument DeleteInventory DeleteMaintenanceWindow DeleteOpsItem DeleteOpsMetadata "
        + "DeleteParameter DeleteParameters DeletePatchBaseline DeleteResourceDataSync DeleteResourcePolicy DeregisterManagedInstance "
        + "DeregisterPatchBaselineForPatchGroup DeregisterTargetFromMaintenanceWindow DeregisterTaskFromMaintenanceWindow DescribeActivations DescribeAssociation "
        + "DescribeAssociationExecutionTargets DescribeAssociationExecutions DescribeAutomationExecutions DescribeAutomationStepExecutions "
        + "DescribeAvailablePatches DescribeDocument DescribeDocumentParameters DescribeDocumentPermission DescribeEffectiveInstanceAssociations "
        + "DescribeEffectivePatchesForPatchBaseline DescribeInstanceAssociationsStatus DescribeInstanceInformation DescribeInstancePatchStates "
        + "DescribeInstancePatchStatesForPatchGroup DescribeInstancePatches DescribeInstanceProperties DescribeInventoryDeletions "
        + "DescribeMaintenanceWindowExecutionTaskInvocations DescribeMaintenanceWindowExecutionTasks DescribeMaintenanceWindowExecutions "
        + "DescribeMaintenanceWindowSchedule DescribeMaintenanceWindowTargets DescribeMaintenanceWindowTasks DescribeMaintenanceWindows "
        + "DescribeMaintenanceWindowsForTarget DescribeOpsItems DescribeParameters DescribePatchBaselines DescribePatchGroupState DescribePatchGroups "
        + "DescribePatchProperties DescribeSessions DisassociateOpsItemRelatedItem GetAccessToken GetAutomationExecution GetCalendar GetCalendarState GetCloudConnector "
        + "GetCommandInvocation GetConnectionStatus GetDefaultPatchBaseline GetDeployablePatchSnapshotForInstance GetDocument GetExecutionPreview GetInventory "
        + "GetInventorySchema GetMaintenanceWindow GetMaintenanceWindowExecution GetMaintenanceWindowExecutionTask GetMaintenanceWindowExecutionTaskInvocation "
        + "GetMaintenanceWindowTask GetManifest GetOpsItem GetOpsMetadata GetOpsSummary GetParameter GetParameterHistory GetParameters GetParametersByPath "
        + "GetPatchBaseline GetPatchBaselineForPatchGroup GetResourcePolicies GetServiceSetting LabelParameterVersion ListAssociationVersions ListAssociations "
        + "ListCloudConnectors ListCommandInvocations ListCommands ListComplianceItems ListComplianceSummaries ListDocumentMetadataHistory ListDocumentVersions "
        + "ListDocuments ListInstanceAssociations ListInventoryEntries ListNodes ListNodesSummary ListOpsItemEvents ListOpsItemRelatedItems ListOpsMetadata "
        + "ListResourceComplianceSummaries ListResourceDataSync ListTagsForResource ModifyDocumentPermission PutCalendar PutComplianceItems "
        + "PutConfigurePackageResult PutInventory PutParameter PutResourcePolicy RegisterDefaultPatchBaseline RegisterManagedInstance "
        + "RegisterPatchBaselineForPatchGroup RegisterTargetWithMaintenanceWindow RegisterTaskWithMaintenanceWindow RemoveTagsFromResource ResetServiceSetting "
        + "ResumeSession SendAutomationSignal SendCommand StartAccessRequest StartAssociationsOnce StartAutomationExecution StartChangeRequestExecution "
        + "StartExecutionPreview StartSession StopAutomationExecution TerminateSession UnlabelParameterVersion UpdateAssociation UpdateAssociationStatus "
        + "UpdateCloudConnector UpdateDocument UpdateDocumentDefaultVersion UpdateDocumentMetadata UpdateInstanceAssociationStatus UpdateInstanceInformation "
        + "UpdateMaintenanceWindow UpdateMaintenanceWindowTarget UpdateMaintenanceWindowTask UpdateManagedInstanceRole UpdateOpsItem UpdateOpsMetadata "
        + "UpdatePatchBaseline UpdateResourceDataSync UpdateServiceSetting ValidateCloudConnector";
}
