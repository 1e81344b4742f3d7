namespace SecretsAudit.Store.Estate.Plans;

/// <summary>The names of rules that an audit leaves off until somebody switches them on, because a house has to want them; the estate has violations of these, too.</summary>
internal static class HouseRuleNames
{
    public const string RotationNotEnabled = "rotation-not-enabled";
    public const string IntervalTooLong = "rotation-interval-too-long";
    public const string ValueNotRotated = "value-not-rotated";
    public const string WindowTooShort = "rotation-window-too-short";
    public const string SingleUser = "single-user-rotation";
    public const string PreviousKept = "previous-version-kept";

    public const string KeyNotAllowed = "key-not-allowed";
    public const string KeyElsewhere = "key-of-another-account";
    public const string KeyWildcardAction = "key-policy-wildcard-action";
    public const string KeyOutsideTrust = "key-policy-outside-trust";
    public const string KeyDisabled = "key-disabled";
    public const string MultiRegionKey = "multi-region-key";

    public const string OutsideTrust = "outside-trust-zone";
    public const string ConditionMissing = "required-condition-missing";
    public const string MixedRights = "mixed-rights";
    public const string Sprawl = "policy-sprawl";
    public const string NoRestrictivePolicy = "no-restrictive-policy";
    public const string TooManyAccounts = "too-many-accounts";
    public const string TooManyPrincipals = "too-many-principals";
    public const string NearSizeLimit = "policy-near-size-limit";

    public const string NeverUsed = "never-used";
    public const string UnknownReader = "unknown-reader";
    public const string TooManyReaders = "too-many-readers";
    public const string UncachedReads = "uncached-reads";

    public const string UnusedCost = "unused-secret-cost";
    public const string UnreadReplicas = "unread-replicas";
    public const string Mergeable = "mergeable-secrets";
    public const string Configuration = "configuration-kept-as-secret";

    public const string NoOwner = "no-owner";
    public const string TagsMissing = "required-tags-missing";
    public const string NoDescription = "no-description";
    public const string BrokenName = "naming-convention-broken";
    public const string ReplicaRegion = "replica-region-not-allowed";
    public const string Region = "region-not-allowed";
    public const string TooManyVersions = "too-many-versions";
    public const string PendingDeletion = "pending-deletion";

    public const string ParameterOwner = "parameter-without-owner";
    public const string ParameterAge = "parameter-not-replaced";
    public const string SharedParameter = "shared-parameter";
    public const string AdvancedParameter = "advanced-parameter-without-need";

    public const string TrailNotRecording = "trail-not-recording";
    public const string TrailNotEverywhere = "trail-not-in-all-regions";
    public const string TrailUnvalidated = "trail-without-validation";
    public const string TrailUnencrypted = "trail-not-encrypted";
    public const string RecorderOff = "config-recorder-off";

    private static readonly HashSet<string> All = [.. typeof(HouseRuleNames).GetFields().Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>Whether it is one of them.</summary>
    public static bool Has(string rule) => All.Contains(rule);
}
