using SecretsAudit.Iam;

namespace SecretsAudit.Cli.Policies;

/// <summary>The kinds of policy as <c>--kind</c> and reports have them.</summary>
internal static class PolicyKindWords
{
    private static readonly (string Word, PolicyKind Kind, string Name)[] Known =
    [
        ("secret", PolicyKind.Secret, "a secret's resource policy"),
        ("key", PolicyKind.Key, "a KMS key policy"),
        ("trust", PolicyKind.RoleTrust, "a role's trust policy"),
        ("resource", PolicyKind.Resource, "a resource-based policy"),
        ("identity", PolicyKind.Identity, "an identity-based policy"),
        ("boundary", PolicyKind.Boundary, "a permissions boundary"),
        ("session", PolicyKind.Session, "a session policy"),
        ("scp", PolicyKind.ServiceControl, "a service control policy"),
        ("rcp", PolicyKind.ResourceControl, "a resource control policy"),
        ("endpoint", PolicyKind.VpcEndpoint, "a VPC endpoint policy"),
    ];

    public static IReadOnlyList<string> All { get; } = [.. Known.Select(entry => entry.Word)];

    public static PolicyKind? Find(string word)
    {
        var index = Array.FindIndex(Known, entry => entry.Word.Equals(word, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : Known[index].Kind;
    }

    public static string WordOf(PolicyKind kind) => Known.Single(entry => entry.Kind == kind).Word;

    public static string NameOf(PolicyKind kind) => Known.Single(entry => entry.Kind == kind).Name;
}
