using SecretsAudit.Iam;

namespace SecretsAudit.Store.Access;

/// <summary>Checks a resource policy before it is attached.</summary>
internal static class ResourcePolicies
{
    /// <summary>What is wrong with the document, or null.</summary>
    public static string? Problem(string policy, PolicyKind kind) =>
        PolicyDocument.Parse(policy, kind) is { IsValid: false } parse ? parse.Errors.First().ToString() : null;

    /// <summary>Whether a valid document lets anyone in.</summary>
    /// <seealso href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html"/>
    public static bool IsPublic(string policy) =>
        PolicyDocument.Parse(policy, PolicyKind.Secret) is { IsValid: true } parse && PolicyReach.Of(parse.Document).IsPublic;
}
