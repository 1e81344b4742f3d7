using System.Collections.Immutable;
using SecretsAudit.Iam;
using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;
using PrincipalKind = SecretsAudit.Store.Accounts.PrincipalKind;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Rules that several IAM operations share.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"/>
internal static class IamRules
{
    public const int PolicyVersionLimit = 5;

    private const int TagLimit = 50;

    extension(Constraints check)
    {
        public Constraints EntityName(string? name, string member, int max) => check
            .Required(name, member).Length(name, member, 1, max)
            .Pattern(name, member, text => text.All(c => char.IsAsciiLetterOrDigit(c) || "_+=,.@-".Contains(c, StringComparison.Ordinal)), @"[\w+=,.@-]+");

        public Constraints EntityPath(string? path) => check
            .Length(path, "path", 1, 512).Pattern(path, "path", text => text.StartsWith('/') && text.EndsWith('/'), @"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)");

        public Constraints Document(string? document, string member = "policyDocument") => check.Required(document, member).Length(document, member, 1, 131_072);

        public Constraints PolicyArn(string? arn, string member = "policyArn") => check.Required(arn, member).Length(arn, member, 20, 2048);

        public Constraints IamPaging(string? marker, int? maxItems) => check.Length(marker, "marker", 1, 2048).Range(maxItems, "maxItems", 1, 1000);

        public Constraints IamTags(IReadOnlyList<WireTag?>? tags) => check.Each(tags, "tags", 0, TagLimit, (tag, place) => check
            .Required(tag.Key, place + ".key").Length(tag.Key, place + ".key", 1, 128)
            .Required(tag.Value, place + ".value").Length(tag.Value, place + ".value", 0, 256));
    }

    /// <exception cref="IamMalformedPolicyException">AWS would not take the document.</exception>
    public static void RequirePolicy(string document, PolicyKind kind = PolicyKind.Identity)
    {
        if (PolicyRefusal.Of(document, kind) is { } refusal)
        {
            throw new IamMalformedPolicyException(refusal);
        }
    }

    public static IReadOnlyList<WireTag> Shown(IEnumerable<KeyValuePair<string, string>> tags) => [.. tags.Select(tag => new WireTag { Key = tag.Key, Value = tag.Value })];

    /// <summary>IAM answers documents percent-encoded.</summary>
    public static string Encoded(string document) => Uri.EscapeDataString(document);

    public static NoSuchEntityException NoInlinePolicy(PrincipalKind kind, string name) =>
        new($"The {(kind == PrincipalKind.User ? "user" : "role")} policy with name {name} cannot be found.");

    public static NoSuchEntityException NotAttachable(string arn) => new($"Policy {arn} does not exist or is not attachable.");

    /// <exception cref="ValidationException">It is no ARN.</exception>
    /// <exception cref="NoSuchEntityException">There is no such managed policy.</exception>
    public static void RequireAttachable(Call call, string arn)
    {
        if (arn.Split(':', 6) is not ["arn", { Length: > 0 }, "iam", "", _, _])
        {
            throw new ValidationException("Invalid ARN:  Could not be parsed!");
        }

        if (ManagedPolicy.DocumentOf(call.State, arn) is null)
        {
            throw NotAttachable(arn);
        }
    }

    /// <exception cref="NoSuchEntityException">The policy has no such version.</exception>
    public static ManagedPolicyVersion RequireVersion(ManagedPolicy policy, string versionId) =>
        policy.Versions.FirstOrDefault(version => version.VersionId == versionId)
        ?? throw new NoSuchEntityException($"Policy {policy.Arn} version {versionId} does not exist or is not attachable.");

    /// <exception cref="IamLimitExceededException">There would be more than 50.</exception>
    public static ImmutableSortedDictionary<string, string> Merge(ImmutableSortedDictionary<string, string> present, IReadOnlyList<WireTag?>? added)
    {
        var merged = present.SetItems((added ?? []).Select(tag => KeyValuePair.Create(tag!.Key!, tag.Value!)));
        return merged.Count > TagLimit ? throw new IamLimitExceededException("The number of tags has reached the maximum limit.") : merged;
    }

    /// <exception cref="DeleteConflictException">There is a policy still.</exception>
    public static void RequireNoPolicies(ImmutableSortedSet<string> attached, ImmutableSortedDictionary<string, string> inline)
    {
        if (!attached.IsEmpty)
        {
            throw new DeleteConflictException("Cannot delete entity, must detach all policies first.");
        }

        if (!inline.IsEmpty)
        {
            throw new DeleteConflictException("Cannot delete entity, must delete policies first.");
        }
    }

    /// <exception cref="DeleteConflictException">Something is still attached.</exception>
    public static void RequireBare(Call call, Accounts.Principal principal)
    {
        RequireNoPolicies(principal.AttachedPolicies, principal.Policies);
        if (!principal.Groups.IsEmpty)
        {
            throw new DeleteConflictException("Cannot delete entity, must remove users from group first.");
        }

        if (principal.Kind == PrincipalKind.Role && call.ProfilesOfAccount().Any(profile => profile.RoleName == principal.Name))
        {
            throw InstanceProfiles.HasRole();
        }

        if (AccessKeys.Of(call, principal).Any())
        {
            throw new DeleteConflictException("Cannot delete entity, must delete access keys first.");
        }
    }
}
