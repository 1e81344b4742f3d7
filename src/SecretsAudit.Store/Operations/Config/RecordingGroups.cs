using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Which combinations of a recording group's members Config takes: every type, some types, or every type but some.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html"/>
internal static class RecordingGroups
{
    private const string All = "ALL_SUPPORTED_RESOURCE_TYPES";
    private const string Inclusion = "INCLUSION_BY_RESOURCE_TYPES";
    private const string Exclusion = "EXCLUSION_BY_RESOURCE_TYPES";

    extension(Constraints check)
    {
        public Constraints RecordingGroup(RecordingGroup? group)
        {
            check.OneOf(group?.RecordingStrategy?.UseOnly, "configurationRecorder.recordingGroup.recordingStrategy.useOnly", Inclusion, All, Exclusion);
            return IsValid(group)
                ? check.ResourceTypes(group?.ResourceTypes, "configurationRecorder.recordingGroup.resourceTypes")
                    .ResourceTypes(group?.ExclusionByResourceTypes?.ResourceTypes, "configurationRecorder.recordingGroup.exclusionByResourceTypes.resourceTypes")
                : check;
        }

        private Constraints ResourceTypes(IReadOnlyList<string>? types, string member)
        {
            var unknown = (types ?? []).Where(type => !AwsFacts.ResourceTypes.Contains(type)).ToList();
            return unknown.Count == 0 ? check : check.OneOf(
                $"[{string.Join(", ", unknown)}]", member, [], string.Join(", ", AwsFacts.ResourceTypes.Order(StringComparer.Ordinal)));
        }
    }

    /// <summary>The group with what it leaves open.</summary>
    /// <exception cref="InvalidRecordingGroupException">Its members contradict each other, or say nothing.</exception>
    public static RecordingGroup Complete(RecordingGroup? group)
    {
        if (!IsValid(group))
        {
            throw new InvalidRecordingGroupException();
        }

        var strategy = group is null or { AllSupported: true } ? All : group.RecordingStrategy?.UseOnly ?? Inclusion;
        return new()
        {
            AllSupported = strategy == All,
            IncludeGlobalResourceTypes = strategy == All && group is { IncludeGlobalResourceTypes: true },
            ResourceTypes = strategy == Inclusion ? group!.ResourceTypes : [],
            ExclusionByResourceTypes = new() { ResourceTypes = strategy == Exclusion ? group!.ExclusionByResourceTypes!.ResourceTypes : [] },
            RecordingStrategy = new() { UseOnly = strategy },
        };
    }

    /// <summary>Whether a complete group records a type.</summary>
    public static bool Covers(RecordingGroup group, string type) => group.RecordingStrategy?.UseOnly switch
    {
        Inclusion => group.ResourceTypes?.Contains(type) is true,
        Exclusion => group.ExclusionByResourceTypes?.ResourceTypes?.Contains(type) is not true,
        _ => true,
    };

    private static bool IsValid(RecordingGroup? group)
    {
        if (group is null)
        {
            return true;
        }

        var included = group.ResourceTypes is { Count: > 0 };
        var excluded = group.ExclusionByResourceTypes?.ResourceTypes is { Count: > 0 };
        return group.AllSupported
            ? !included && !excluded && group.RecordingStrategy?.UseOnly is null or All or not (Inclusion or Exclusion)
            : !group.IncludeGlobalResourceTypes && (group.RecordingStrategy?.UseOnly ?? Inclusion) switch
            {
                Inclusion => included && !excluded,
                Exclusion => excluded && !included,
                _ => false,
            };
    }
}
