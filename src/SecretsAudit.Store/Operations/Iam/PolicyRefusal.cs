using System.Text.Json;
using SecretsAudit.Iam;
using SecretsAudit.Store.Access;

namespace SecretsAudit.Store.Operations.Iam;

/// <summary>Says in IAM's words why a document is no policy.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html"/>
internal static class PolicyRefusal
{
    private const string Syntax = "Syntax errors in policy.";

    /// <summary>IAM's message; null when it takes the document.</summary>
    public static string? Of(string document, PolicyKind kind)
    {
        var problem = ResourcePolicies.Problem(document, kind);
        if (problem is null && kind != PolicyKind.Identity)
        {
            return null;
        }

        JsonElement root;
        try
        {
            using var parsed = JsonDocument.Parse(document);
            root = parsed.RootElement.Clone();
        }
        catch (JsonException)
        {
            return kind == PolicyKind.RoleTrust ? "This policy contains invalid Json" : Syntax;
        }

        return kind == PolicyKind.Identity ? OfIdentity(root, problem) : problem;
    }

    // IAM takes the old version for what exists, but for no new identity policy.
    private static string? OfIdentity(JsonElement root, string? problem)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("Statement", out var statement))
        {
            return Syntax;
        }

        if (!root.TryGetProperty("Version", out var version) || version.ValueKind == JsonValueKind.String && version.GetString() == "2008-10-17")
        {
            return "Policy document must be version 2012-10-17 or greater.";
        }

        return problem is null ? null
            : Items(statement).Select(OfStatement).FirstOrDefault(said => said is not null) ?? Syntax;
    }

    private static string? OfStatement(JsonElement statement)
    {
        if (statement.ValueKind != JsonValueKind.Object)
        {
            return Syntax;
        }

        if (Either(statement, "Action", "NotAction") is not { } actions)
        {
            return "Policy statement must contain actions.";
        }

        if (Either(statement, "Resource", "NotResource") is not { } resources)
        {
            return "Policy statement must contain resources.";
        }

        return Items(actions).Select(OfAction).Concat(Items(resources).Select(OfResource)).FirstOrDefault(said => said is not null);
    }

    private static string? OfAction(JsonElement action) => action.ValueKind != JsonValueKind.String ? Syntax
        : action.GetString()!.Count(c => c == ':') switch
        {
            0 when action.GetString() != "*" => "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
            > 1 => "Actions/Condition can contain only one colon.",
            _ => null,
        };

    private static string? OfResource(JsonElement resource) => resource.ValueKind != JsonValueKind.String ? Syntax
        : resource.GetString()! switch
        {
            "*" => null,
            var text when !text.StartsWith("arn:", StringComparison.Ordinal) => $"Resource {text} must be in ARN format or \"*\".",
            var text when text.Split(':')[1] is var partition && !partition.StartsWith("aws", StringComparison.Ordinal) && partition != "*" =>
                $"Partition \"{partition}\" is not valid for resource \"{text}\".",
            _ => null,
        };

    private static JsonElement? Either(JsonElement statement, string name, string negated) =>
        statement.TryGetProperty(name, out var found) || statement.TryGetProperty(negated, out found) ? found : null;

    private static JsonElement[] Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
}
