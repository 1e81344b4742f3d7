using SecretsAudit.Store.Estate.Company;

namespace SecretsAudit.Store.Estate.Plants;

/// <summary>Resource policies as people paste them: JSON text.</summary>
internal static class PolicyText
{
    /// <summary>A principal element that names everybody.</summary>
    public const string Everybody = "\"Principal\": \"*\"";

    private const string Read = "\"secretsmanager:GetSecretValue\"";

    /// <summary>A policy of these statements.</summary>
    public static string Of(params ReadOnlySpan<string> statements) =>
        $$"""{ "Version": "2012-10-17", "Statement": [ {{string.Join(", ", statements)}} ] }""";

    /// <summary>Allows reading the value.</summary>
    /// <param name="principal">The whole element: <c>"Principal": …</c> or <c>"NotPrincipal": …</c>.</param>
    /// <param name="condition">The condition's content; null for none.</param>
    /// <param name="action">The action's JSON.</param>
    public static string Allow(string principal, string? condition = null, string action = Read) => Statement("Allow", principal, condition, action);

    /// <summary>Denies reading the value.</summary>
    public static string Deny(string principal, string? condition = null, string action = Read) => Statement("Deny", principal, condition, action);

    /// <summary>A principal element of IAM principals.</summary>
    public static string Aws(params ReadOnlySpan<string> principals) => $"\"Principal\": {{ \"AWS\": {OneOrMany(principals)} }}";

    /// <summary>An element that names everybody but these IAM principals.</summary>
    public static string NotAws(params ReadOnlySpan<string> principals) => $"\"NotPrincipal\": {{ \"AWS\": {OneOrMany(principals)} }}";

    /// <summary>The role of a service in an account.</summary>
    public static string Role(Company.Environment environment, string service) => Aws(environment.Role(service));

    /// <summary>A condition: operator, key, value.</summary>
    public static string When(string comparison, string key, params ReadOnlySpan<string> values) =>
        $$"""{ "{{comparison}}": { "{{key}}": {{OneOrMany(values)}} } }""";

    private static string OneOrMany(ReadOnlySpan<string> texts) =>
        texts.Length == 1 ? $"\"{texts[0]}\"" : $"[\"{string.Join("\", \"", texts)}\"]";

    private static string Statement(string effect, string principal, string? condition, string action) =>
        $$"""{ "Effect": "{{effect}}", {{principal}}, "Action": {{action}}, "Resource": "*"{{(condition is null ? "" : $", \"Condition\": {condition}")}} }""";
}
